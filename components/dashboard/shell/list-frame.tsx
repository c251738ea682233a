import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs, type LinkTab } from '@/components/ui/link-tabs';
import { Pager } from '@/components/ui/pager';

/** What a list says when it has no rows, and the way out of a filter that leaves none. */
export interface ListEmpty {
  title: string;
  detail: string;
  action?: { label: string; href: string } | undefined;
}

/** A page of a list: views with their counts, a line of filters, the rows, the way to the next page. */
export function ListFrame({
  title,
  viewsLabel,
  views,
  action,
  filters,
  shown,
  empty,
  next,
  start,
  children,
}: {
  title: string;
  viewsLabel: string;
  views: LinkTab[];
  /** The primary action of the page, at the end of the views. */
  action?: ReactNode;
  filters: ReactNode;
  /** How much is shown, and the export. */
  shown: ReactNode;
  /** Null while there are rows. */
  empty: ListEmpty | null;
  next: string | null;
  start: string | null;
  children: ReactNode;
}) {
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <div className="flex h-11 items-center justify-between gap-4 border-b border-line px-4 max-md:h-14 md:px-8">
        <LinkTabs label={viewsLabel} tabs={views} />
        {action && <span className="shrink-0">{action}</span>}
      </div>
      <div className="px-4 pb-8 md:px-8">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
          {filters}
          {shown}
        </div>
        {empty ? (
          <EmptyState
            title={empty.title}
            action={
              empty.action && (
                <Link href={empty.action.href} className="link">
                  {empty.action.label}
                </Link>
              )
            }
          >
            {empty.detail}
          </EmptyState>
        ) : (
          children
        )}
        <Pager next={next} start={start} />
      </div>
    </>
  );
}
