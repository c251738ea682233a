import { getTranslations } from 'next-intl/server';
import type { Overview } from '@/lib/overview';
import type { Format } from '@/lib/utils/format';
import { cn } from '@/lib/utils/cn';
import { ChartOrTable } from './chart-or-table';

/** People in the gym by hour: what is usual as wide bars, today as narrow ones; zero-based, its table one key away. */
export async function HoursChart({ overview, format }: { overview: Overview; format: Format }) {
  const t = await getTranslations('overview.hours');
  const { hours } = overview;
  const top = Math.max(...hours.map(({ usual, today }) => Math.max(usual, today ?? 0)), 0);
  const peak = hours.find(({ usual }) => usual === Math.max(...hours.map((hour) => hour.usual)));
  const latest = hours.findLast(({ today }) => today !== null && today > 0);
  const label = (hour: number) => (format.locale === 'fr' ? `${hour}\u00a0h` : clock24(hour));
  const note = t('note', { weekday: format.weekday(`${overview.date}T12:00:00Z`) });
  if (hours.length === 0 || top === 0) {
    return (
      <section>
        <h2 className="font-semibold">{t('title')}</h2>
        <p className="pt-3 text-ink-2">{t('empty')}</p>
      </section>
    );
  }
  const chart = (
    <div className="flex h-34 items-stretch" aria-hidden>
      {hours.map((row, index) => {
        const direct = row === peak ? Math.round(row.usual) : row === latest ? row.today : null;
        return (
          <div key={row.hour} className="flex min-w-0 flex-1 flex-col">
            <div className="relative grow border-b border-line-strong">
              <span
                className="absolute bottom-0 left-1/2 w-[72%] -translate-x-1/2 rounded-t-xs bg-bar print:border print:border-b-0"
                style={{ height: `${(row.usual / top) * 84}%` }}
              />
              {row.today !== null && row.today > 0 && (
                <span
                  className="absolute bottom-0 left-1/2 w-[40%] -translate-x-1/2 rounded-t-xs bg-bar-ink"
                  style={{ height: `${(row.today / top) * 84}%` }}
                />
              )}
              {direct !== null && (
                <span
                  className="absolute left-1/2 -translate-x-1/2 pb-1 text-small"
                  style={{ bottom: `${(Math.max(row.usual, row.today ?? 0) / top) * 84}%` }}
                >
                  {format.number(direct)}
                </span>
              )}
            </div>
            <span
              className={cn(
                'pt-1.5 text-center text-small text-ink-3',
                row === latest && 'font-medium text-ink',
                index % 2 === 1 && 'max-md:invisible',
              )}
            >
              {index === 0 ? label(row.hour) : row.hour}
            </span>
          </div>
        );
      })}
    </div>
  );
  const table = (
    <table className="w-full text-label">
      <caption className="sr-only">{t('label')}</caption>
      <thead className="text-left text-small text-ink-3">
        <tr className="border-b border-line">
          <th className="py-1.5 font-normal">{t('hour')}</th>
          <th className="py-1.5 text-right font-normal">{t('usual')}</th>
          <th className="py-1.5 text-right font-normal">{t('today')}</th>
        </tr>
      </thead>
      <tbody>
        {hours.map((row) => (
          <tr key={row.hour} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {label(row.hour)}
            </th>
            <td className="text-right">{format.number(Math.round(row.usual))}</td>
            <td className="text-right">{row.today === null ? '–' : format.number(row.today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <ChartOrTable
      title={t('title')}
      note={note}
      aside={peak && t('peak', { from: label(peak.hour), to: label(peak.hour + 1) })}
      toTable={t('table')}
      toChart={t('chart')}
      chart={chart}
      table={table}
    />
  );
}

const clock24 = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
