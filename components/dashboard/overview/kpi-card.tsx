import Link from 'next/link';
import type { ReactNode } from 'react';
import { Sparkline } from './sparkline';

/** A figure that links to its rows: label, value, ten days as a line, and compared with what. */
export function KPICard({
  href,
  label,
  value,
  base,
  spark,
}: {
  href: string;
  label: string;
  value: string;
  base: ReactNode;
  spark?: number[] | undefined;
}) {
  return (
    <Link
      href={href}
      className="group grid content-start gap-1.5 py-4 -outline-offset-2 max-md:border-b max-md:border-line md:px-5 md:first:pl-0 md:not-first:border-l md:not-first:border-line"
    >
      <span className="text-label text-ink-2">{label}</span>
      <span className="flex items-end justify-between gap-2">
        <span className="text-figure underline-offset-[0.2em] decoration-line-strong decoration-1 group-hover:underline">
          {value}
        </span>
        {spark && <Sparkline values={spark} />}
      </span>
      <span className="text-small text-ink-3 [&_b]:font-medium [&_b]:text-ink">{base}</span>
    </Link>
  );
}
