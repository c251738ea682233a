import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** The head of one thing's page: the way back to its list, its name, what it is in one line, what can be done with it. */
export function PageHead({
  back,
  title,
  children,
  actions,
}: {
  back: { href: string; label: string };
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4 pb-7">
      <div className="min-w-0">
        <Link
          href={back.href}
          className="-ml-1.5 inline-flex h-8 items-center gap-1 rounded-md pr-2 pl-1 text-label text-ink-2 hover:bg-hover max-md:h-11 print:hidden"
        >
          <ChevronLeft size={16} strokeWidth={1.6} aria-hidden /> {back.label}
        </Link>
        <h1 className="text-title break-words">{title}</h1>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1.5 text-ink-2">{children}</div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  );
}

/** One figure or word in the line below a page's name. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span>
      {label} <span className="text-ink">{children}</span>
    </span>
  );
}
