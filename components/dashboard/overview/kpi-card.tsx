import Link from 'next/link';
import type { ReactNode } from 'react';
import { Sparkline } from './sparkline';

const cell =
  'group grid content-start gap-1.5 py-4 -outline-offset-2 max-md:border-b max-md:border-line md:px-5 md:first:pl-0 md:not-first:border-l md:not-first:border-line';

/** A figure that links to its rows: label, value, ten days as a line, and compared with what. */
export function KPICard({
  href,
  label,
  value,
  base,
  spark,
}: {
  /** Null for a role that may not open the rows. */
  href: string | null;
  label: string;
  value: string;
  base: ReactNode;
  spark?: number[] | undefined;
}) {
  const content = (
    <>
      <span className="text-label text-ink-2">{label}</span>
      <span className="flex items-end justify-between gap-2">
        <span className="text-figure decoration-line-strong decoration-1 underline-offset-[0.2em] group-[a:hover]:underline">
          {value}
        </span>
        {spark && <Sparkline values={spark} />}
      </span>
      <span className="text-small text-ink-3 [&_b]:font-medium [&_b]:text-ink">{base}</span>
    </>
  );
  return href ? (
    <Link href={href} className={cell}>
      {content}
    </Link>
  ) : (
    <div className={cell}>{content}</div>
  );
}
