import { X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** A list with, when something is open, its panel beside it; on a phone the panel covers the list. */
export function WithPeek({ list, peek }: { list: ReactNode; peek: ReactNode }) {
  return (
    <div className="lg:flex">
      <div className="min-w-0 grow">{list}</div>
      {peek}
    </div>
  );
}

/** The panel: its own scroll, a line of tools above, a close link that Escape follows. */
export function Peek({
  label,
  heading,
  tools,
  closeHref,
  closeLabel,
  children,
  footer,
}: {
  label: string;
  heading: ReactNode;
  tools?: ReactNode;
  closeHref: string;
  closeLabel: string;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <aside
      data-peek
      aria-label={label}
      className="fixed inset-x-0 top-13 bottom-15 z-10 flex animate-peek flex-col border-line bg-surface md:left-54 lg:sticky lg:left-auto lg:h-[calc(100dvh-3.25rem)] lg:w-[27rem] lg:shrink-0 lg:border-l print:static print:border-0"
    >
      <div className="flex h-12 shrink-0 items-center justify-between gap-4 border-b border-line px-4 md:px-6">
        <p className="min-w-0 truncate text-ink-2">{heading}</p>
        <div className="flex shrink-0 items-center gap-1 print:hidden">
          {tools}
          <CloseLink href={closeHref} label={closeLabel} />
        </div>
      </div>
      <div className="min-h-0 grow overflow-y-auto px-4 py-5 md:px-6 print:overflow-visible">{children}</div>
      {footer}
    </aside>
  );
}

export function CloseLink({ href, label, className }: { href: string; label: string; className?: string }) {
  return (
    <Link
      href={href}
      scroll={false}
      data-key="Escape"
      aria-label={label}
      className={`-mr-2 grid size-8 place-items-center rounded-md hover:bg-hover max-md:size-11 ${className ?? ''}`}
    >
      <X size={16} strokeWidth={1.6} aria-hidden />
    </Link>
  );
}

/** A row of a panel: what it is on the left, its content under one hairline. */
export function PeekRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-4 gap-y-1.5 border-t border-line py-3.5 sm:grid-cols-[7rem_minmax(0,1fr)] lg:grid-cols-[6.5rem_minmax(0,1fr)]">
      <h3 className="text-ink-2">{label}</h3>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
