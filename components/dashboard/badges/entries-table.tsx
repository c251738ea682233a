import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { StatusShape } from '@/components/ui/status-shape';
import type { Entry } from '@/lib/badges';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { entryShapes } from './badge-words';
import { LATE_S } from './entry-peek';
import { shortName } from './short-name';

const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';

/** The reads of a filter, newest first; a phone shows two lines a row. */
export async function EntriesTable({
  entries,
  openId,
  hrefOf,
  format,
  withDay,
  mayAct,
}: {
  entries: Entry[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
  /** The list spans several days. */
  withDay: boolean;
  mayAct: boolean;
}) {
  const t = await getTranslations('badges.log');
  const outcomes = await getTranslations('badges.outcome');
  return (
    <table className="w-full">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th className={cn(head, 'pl-3')}>{t('column.time')}</th>
          <th className={head}>{t('column.who')}</th>
          <th className={head}>{t('column.outcome')}</th>
          <th className={cn(head, openId && 'max-xl:hidden')}>{t('column.kiosk')}</th>
          <th className={cn(head, 'pr-3', openId && 'hidden')}>
            <span className="sr-only">{t('column.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const open = entry.id === openId;
          const shape = entryShapes[entry.outcome];
          return (
            <tr
              key={entry.id}
              className={cn(
                'relative h-10 border-b border-line hover:bg-hover max-md:grid max-md:h-auto max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:py-2.5',
                open && 'bg-selected hover:bg-selected',
              )}
            >
              <td
                className={cn(
                  'pr-4 pl-3 whitespace-nowrap text-ink-2 max-md:order-2 max-md:px-0',
                  open && 'shadow-[inset_2px_0_var(--ink)]',
                )}
              >
                <time dateTime={entry.scanned_at} title={format.exact(entry.scanned_at)}>
                  {withDay ? format.moment(entry.scanned_at) : format.time(entry.scanned_at)}
                </time>
                {entry.late_s > LATE_S && <span className="pl-2 text-ink-3">{t('late')}</span>}
              </td>
              <th scope="row" className="min-w-0 pr-4 text-left font-medium max-md:order-1">
                <Link
                  href={hrefOf(entry.id)}
                  scroll={false}
                  replace={Boolean(openId)}
                  data-row
                  aria-current={open ? 'true' : undefined}
                  className="block min-w-0 truncate outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ink"
                >
                  {entry.member ? (
                    shortName(entry.member)
                  ) : (
                    <span className="font-normal text-ink-2">{t('nobody')}</span>
                  )}
                </Link>
              </th>
              <td className="pr-4 whitespace-nowrap max-md:order-3 max-md:pr-0">
                <span
                  className={cn(
                    'flex items-center gap-2',
                    shape === 'watch' && 'text-watch',
                    shape === 'act' && 'text-act',
                  )}
                >
                  <StatusShape status={shape} />
                  {outcomes(`${entry.outcome}.word`)}
                </span>
              </td>
              <td
                className={cn(
                  'pr-4 whitespace-nowrap text-ink-2 max-md:order-4 max-md:pr-0 max-md:text-label',
                  openId && 'max-xl:hidden',
                )}
              >
                {entry.kiosk}
              </td>
              <td className={cn('pr-3 text-right whitespace-nowrap max-md:hidden', openId && 'hidden')}>
                {entry.now_of ? (
                  <span className="text-label text-ink-3">
                    {t('nowOf', { name: shortName(entry.now_of) })}
                  </span>
                ) : (
                  entry.assignable && mayAct && <span className="link text-label">{t('assign')}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
