'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { ChartOrTable } from '@/components/dashboard/overview/chart-or-table';
import type { CostDay } from './costs-chart';

// A third of a megabyte that only this page needs.
const CostsChart = dynamic(() => import('./costs-chart').then((module) => module.CostsChart), {
  ssr: false,
  loading: () => <div className="h-40 rounded-md bg-sunken" />,
});

const figure = 'py-1.5 pl-4 text-right tabular-nums';

/** The month day by day: as bars or, one key away, as a table. */
export function MonthDays({ rows, sum }: { rows: CostDay[]; sum: string }) {
  const t = useTranslations('costs.days');
  return (
    <ChartOrTable
      title={t('title')}
      note={t('note')}
      aside={sum}
      toTable={t('table')}
      toChart={t('chart')}
      chart={<CostsChart rows={rows} />}
      table={
        <table className="w-full text-label">
          <caption className="sr-only">{t('title')}</caption>
          <thead className="text-small text-ink-3">
            <tr className="border-b border-line">
              <th scope="col" className="py-1.5 text-left font-normal">
                {t('day')}
              </th>
              {(['conversations', 'usd', 'eur'] as const).map((column) => (
                <th key={column} scope="col" className={`${figure} font-normal`}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.day} className="border-b border-line">
                <th scope="row" className="py-1.5 text-left font-normal">
                  {row.label}
                </th>
                <td className={figure}>{row.conversations}</td>
                <td className={figure}>{row.dollars}</td>
                <td className={figure}>{row.euros}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
