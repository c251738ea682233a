import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/lib/utils/cn';

/** A column of a list. On a phone a row is its name, what stands at the end of that line, and one line below with an end of its own. */
export interface ListColumn<R> {
  label: string;
  cell: (row: R) => ReactNode;
  /** The narrowest screen that has it; a column with one goes when a panel is open. Without one it always stays. */
  from?: 'lg' | 'xl' | undefined;
  /** Right-aligned figures. */
  isFigure?: true;
  phone?: 'end' | 'below' | 'belowEnd';
}

const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2 last:pr-3';

/** Rows of a list, each a link that opens its panel; j and k walk through them. */
export function ListTable<R extends { id: string }>({
  rows,
  nameLabel,
  name,
  columns,
  openId,
  hrefOf,
}: {
  rows: R[];
  nameLabel: string;
  name: (row: R) => { text: string; before?: ReactNode; after?: ReactNode; isMuted?: boolean };
  columns: ListColumn<R>[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
}) {
  const hasEnd = columns.some(({ phone }) => phone === 'belowEnd');
  const seen = ({ from }: ListColumn<R>) =>
    from && (openId ? 'hidden' : from === 'lg' ? 'max-lg:hidden' : 'max-xl:hidden');
  return (
    <table className="w-full">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th className={cn(head, 'pl-3')}>{nameLabel}</th>
          {columns.map((column) => (
            <th key={column.label} className={cn(head, column.isFigure && 'pr-8 text-right', seen(column))}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const open = row.id === openId;
          const { text, before, after, isMuted } = name(row);
          return (
            <tr
              key={row.id}
              className={cn(
                'relative h-10 border-b border-line hover:bg-hover max-md:grid max-md:h-auto max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:py-2.5',
                open && 'bg-selected hover:bg-selected',
              )}
            >
              <th
                scope="row"
                className={cn(
                  'max-w-72 min-w-0 pr-4 pl-3 text-left font-medium max-md:col-start-1 max-md:row-start-1 max-md:max-w-full max-md:pr-0 max-md:pl-0',
                  isMuted && 'text-ink-2',
                  open && 'shadow-[inset_2px_0_var(--ink)]',
                )}
              >
                <span className="flex min-w-0 items-center gap-2.5">
                  {before}
                  <Link
                    href={hrefOf(row.id)}
                    scroll={false}
                    replace={Boolean(openId)}
                    data-row
                    aria-current={open ? 'true' : undefined}
                    className="min-w-0 truncate outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ink"
                  >
                    {text}
                  </Link>
                  {after}
                </span>
              </th>
              {columns.map((column) => (
                <td
                  key={column.label}
                  className={cn(
                    'max-w-56 truncate pr-4 whitespace-nowrap text-ink-2 last:pr-3',
                    column.isFigure && 'pr-8 text-right tabular-nums',
                    seen(column),
                    !column.phone && 'max-md:hidden',
                    column.phone === 'end' &&
                      'max-md:col-start-2 max-md:row-start-1 max-md:pr-0 max-md:text-right',
                    column.phone === 'below' &&
                      'max-md:col-start-1 max-md:row-start-2 max-md:max-w-full max-md:pr-0',
                    column.phone === 'below' && !hasEnd && 'max-md:col-span-2',
                    column.phone === 'belowEnd' &&
                      'max-md:col-start-2 max-md:row-start-2 max-md:pr-0 max-md:text-right',
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
