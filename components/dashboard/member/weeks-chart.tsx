import { getTranslations } from 'next-intl/server';
import { ChartOrTable } from '@/components/dashboard/overview/chart-or-table';
import type { MemberPage } from '@/lib/member';
import { cn } from '@/lib/utils/cn';
import { addDays, type Format } from '@/lib/utils/format';

const LAST = 12;

/** Visits of thirteen weeks as bars from zero with the usual number as a line; the newest week last, its table one key away. */
export async function WeeksChart({
  habits,
  since,
  format,
}: {
  habits: MemberPage['habits'];
  /** A week before they joined is not one that they stayed away. */
  since: string | null;
  format: Format;
}) {
  const t = await getTranslations('member.weeks');
  const { weeks, habit } = habits;
  const top = Math.max(...weeks.map(({ visits }) => visits), habit ?? 0, 3);
  const isEmpty = weeks.every(({ visits }) => visits === 0);
  const chart = (
    <div aria-hidden>
      <div className="relative flex h-24 items-end border-b border-line-strong">
        {habit !== null && (
          <span
            className="absolute inset-x-0 border-t border-dashed border-control text-right text-small text-ink-3"
            style={{ bottom: `${(habit / top) * 72}%` }}
          >
            <span className="absolute right-0 bottom-0.5 bg-canvas pl-2 whitespace-nowrap">
              {t('habit', { count: format.number(habit) })}
            </span>
          </span>
        )}
        {weeks.map(({ start, visits }) => (
          <span key={start} className="flex h-full flex-1 items-end justify-center">
            <span
              className={cn(
                'w-[58%] max-w-6 print:border',
                visits > 0 && 'rounded-t-xs bg-bar',
                visits === 0 && (!since || addDays(start, 6) >= since) && 'border-b-2 border-act-fill',
              )}
              style={{ height: visits > 0 ? `${(visits / top) * 72}%` : 0 }}
            />
          </span>
        ))}
      </div>
      <div className="flex pt-1.5 text-small text-ink-3">
        {weeks.map(({ start }, place) => (
          <span key={start} className="relative h-4 flex-1">
            {place % 4 === 0 && (
              <span
                className={cn(
                  'absolute whitespace-nowrap',
                  place === 0 && 'left-0',
                  place === LAST && 'right-0',
                  place > 0 && place < LAST && 'left-1/2 -translate-x-1/2',
                )}
              >
                {format.shortDate(`${start}T12:00:00Z`)}
              </span>
            )}
          </span>
        ))}
      </div>
    </div>
  );
  const table = (
    <table className="w-full text-label">
      <caption className="sr-only">{t('label')}</caption>
      <thead className="text-left text-small text-ink-3">
        <tr className="border-b border-line">
          <th className="py-1.5 font-normal">{t('week')}</th>
          <th className="py-1.5 text-right font-normal">{t('visits')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ start, visits }) => (
          <tr key={start} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {format.calendarDay(start)}
            </th>
            <td className="text-right">{format.number(visits)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (isEmpty)
    return (
      <section>
        <h2 className="font-semibold">{t('title')}</h2>
        <p className="pt-2 text-ink-2">{t('empty')}</p>
      </section>
    );
  return (
    <ChartOrTable
      title={t('title')}
      note={t('note')}
      aside={null}
      toTable={t('table')}
      toChart={t('chart')}
      chart={chart}
      table={table}
    />
  );
}
