import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Initials } from '@/components/ui/initials';
import { StatusShape } from '@/components/ui/status-shape';
import type { TeamRow } from '@/lib/team';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { statusShapes, statusTones } from './team-words';

const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';

/** The people of a view. With a panel open only name, role and access stay; a phone shows two lines a row. */
export async function TeamTable({
  rows,
  openId,
  hrefOf,
  format,
  shows,
}: {
  rows: TeamRow[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
  /** Columns that not every reader has a use for. */
  shows: { places: boolean; seen: boolean };
}) {
  const t = await getTranslations('team');
  const roles = await getTranslations('shell.roles');
  const wide = openId ? 'hidden' : 'max-lg:hidden';
  return (
    <table className="w-full">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th className={cn(head, 'pl-3')}>{t('column.name')}</th>
          <th className={head}>{t('column.role')}</th>
          {shows.places && <th className={cn(head, openId && 'max-xl:hidden')}>{t('column.place')}</th>}
          <th className={cn(head, wide)}>{t('column.email')}</th>
          <th className={head}>{t('column.status')}</th>
          {shows.seen && <th className={cn(head, wide)}>{t('column.seen')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const open = row.id === openId;
          const seen = row.kind === 'person' ? row.last_seen_at : null;
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
                  'min-w-0 pr-4 pl-3 text-left font-medium max-md:pl-0 md:whitespace-nowrap',
                  row.status === 'inactive' && 'text-ink-2',
                  open && 'shadow-[inset_2px_0_var(--ink)]',
                )}
              >
                <span className="flex min-w-0 items-center gap-2.5">
                  <Initials
                    name={row.kind === 'person' ? row.full_name : null}
                    className={cn(open && 'bg-surface')}
                  />
                  <Link
                    href={hrefOf(row.id)}
                    scroll={false}
                    replace={Boolean(openId)}
                    data-row
                    aria-current={open ? 'true' : undefined}
                    className="min-w-0 truncate outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ink"
                  >
                    {row.full_name}
                  </Link>
                  {row.kind === 'person' && row.is_self && (
                    <span className="text-label font-normal text-ink-3">{t('you')}</span>
                  )}
                </span>
              </th>
              <td className="pr-4 whitespace-nowrap text-ink-2 max-md:col-span-2 max-md:row-start-2 max-md:truncate max-md:pr-0 max-md:pl-7.5">
                {roles(row.role)}
                {shows.places && <span className="md:hidden">, {row.place}</span>}
              </td>
              {shows.places && (
                <td
                  className={cn('pr-4 whitespace-nowrap text-ink-2 max-md:hidden', openId && 'max-xl:hidden')}
                >
                  {row.place}
                </td>
              )}
              <td className={cn('max-w-64 truncate pr-4 text-ink-2 max-md:hidden', wide)}>{row.email}</td>
              <td className="pr-4 whitespace-nowrap max-md:pr-0">
                <span className={cn('flex items-center gap-2', statusTones[row.status])}>
                  <StatusShape status={statusShapes[row.status]} />
                  {t(`status.${row.status}`)}
                </span>
              </td>
              {shows.seen && (
                <td className={cn('pr-3 whitespace-nowrap text-ink-2 max-md:hidden', wide)}>
                  {seen ? (
                    <time dateTime={seen} title={format.exact(seen)}>
                      {format.moment(seen)}
                    </time>
                  ) : (
                    row.kind === 'person' && t('never')
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
