import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips, FilterKeep } from '@/components/ui/filter-controls';
import { FilterForm } from '@/components/ui/filter-form';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pager } from '@/components/ui/pager';
import { SearchField } from '@/components/ui/search-field';
import { href } from '@/lib/utils/search-params';
import { ShownAndExport } from './shown-and-export';

/** What a list says when it has no rows, and the way out. */
export interface ListEmpty {
  title: string;
  detail: string;
  action?: { label: string; href: string } | undefined;
}

/** The views of a list, one of them open; the first is the one whose name the address leaves out. */
export interface ListViews {
  label: string;
  /** The name of the parameter in the address. */
  param: string;
  current: string;
  all: { name: string; label: string; count?: string }[];
}

/** A page of a list: views with their counts, a line of filters, the rows, the way to the next page. */
export async function ListFrame({
  path,
  query,
  search,
  title,
  views,
  action,
  above,
  controls,
  shown,
  exportHref,
  empty,
  next,
  below,
  children,
}: {
  path: `/${string}`;
  /** The parameters of the address, the page's cursor among them. */
  query: Record<string, string | undefined>;
  search: { label: string; placeholder: string; value: string | undefined };
  title: string;
  views?: ListViews;
  /** The primary action of the page, at the end of the views. */
  action?: ReactNode;
  /** What stands between the views and the filters. */
  above?: ReactNode;
  controls: ReactNode;
  /** How much is shown. */
  shown: string;
  exportHref: string;
  /** Null while there are rows. */
  empty: ListEmpty | null;
  /** Cursor of the next page. */
  next: string | null;
  /** What follows the rows and the way to the next page. */
  below?: ReactNode;
  children: ReactNode;
}) {
  const panel = await getTranslations('shell.panel');
  const first = views?.all[0]?.name;
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      {views && (
        <div className="flex h-11 items-center justify-between gap-4 border-b border-line px-4 max-md:h-14 md:px-8">
          <LinkTabs
            label={views.label}
            tabs={views.all.map(({ name, ...tab }) => ({
              ...tab,
              href: href(path, query, { [views.param]: name === first ? null : name, cursor: null }),
              active: name === views.current,
            }))}
          />
          {action && <span className="shrink-0">{action}</span>}
        </div>
      )}
      <div className="px-4 pb-8 md:px-8">
        {above}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
          <FilterForm
            path={path}
            label={search.label}
            values={{ ...query, cursor: undefined }}
            apply={panel('apply')}
          >
            {views && <FilterKeep name={views.param} value={query[views.param]} />}
            <SearchField {...search} />
            <FilterChips>{controls}</FilterChips>
          </FilterForm>
          <ShownAndExport shown={shown} href={exportHref} />
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
        <Pager
          next={next && href(path, query, { cursor: next })}
          start={query.cursor ? href(path, query, { cursor: null }) : null}
        />
        {below}
      </div>
    </>
  );
}
