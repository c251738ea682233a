'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { cn } from '@/lib/utils/cn';
import type { ChartRow } from './kiosk-chart';

// A third of a megabyte that only this page needs, and only when it shows curves.
const KioskChart = dynamic(() => import('./kiosk-chart').then((module) => module.KioskChart), {
  ssr: false,
  loading: () => <div className="h-40 rounded-md bg-sunken" />,
});

const measures = ['answer', 'noise', 'heard'] as const;
const cell = 'py-1.5 pr-6 text-right tabular-nums';

/** What a kiosk measured over a day, a week or a month: as curves or, one key away, as a table. */
export function KioskCurves({
  rows,
  periods,
}: {
  rows: ChartRow[];
  periods: { hours: 24 | 168 | 720; href: string; isCurrent: boolean }[];
}) {
  const t = useTranslations('fleet.curve');
  const latency = useTranslations('fleet.latency');
  const [asTable, setAsTable] = useState(false);
  const measured = rows.filter(({ heard }) => heard > 0);
  const words = {
    p50: latency('half'),
    p95: latency('slow'),
    noise: t('noise'),
    heard: t('heard'),
    aim: latency('aim'),
  };
  return (
    <section aria-labelledby="curves-title">
      <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-2">
        <h2 id="curves-title" className="font-semibold">
          {t('title')}
        </h2>
        <div className="flex items-center gap-3">
          <nav aria-label={t('hours')} className="flex gap-1">
            {periods.map(({ hours, href, isCurrent }) => (
              <Link
                key={hours}
                href={href}
                scroll={false}
                aria-current={isCurrent ? 'true' : undefined}
                className={cn(
                  'inline-flex h-7 items-center rounded-md px-2.5 text-label text-ink-2 hover:bg-hover max-md:h-11',
                  isCurrent && 'bg-selected text-ink',
                )}
              >
                {t(`${hours}`)}
              </Link>
            ))}
          </nav>
          <Button size="bar" aria-pressed={asTable} data-key="t" onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'chart' : 'table')} <Kbd>t</Kbd>
          </Button>
        </div>
      </div>
      {measured.length === 0 ? (
        <p className="py-6 text-ink-2">{t('empty')}</p>
      ) : asTable ? (
        <div className="overflow-x-clip">
          <table className="w-full">
            <caption className="sr-only">{t('summary', { count: measured.length })}</caption>
            <thead>
              <tr className="border-b border-line text-small text-ink-2">
                <th scope="col" className="py-1.5 text-left font-normal">
                  {t('at')}
                </th>
                {(['p50', 'p95', 'noiseColumn', 'heardColumn'] as const).map((column) => (
                  <th key={column} scope="col" className={cn(cell, 'font-normal')}>
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {measured.map((row) => (
                <tr key={row.at} className="border-b border-line">
                  <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                    <time dateTime={row.at}>{row.label}</time>
                  </th>
                  <td className={cell}>{row.p50 ?? '–'}</td>
                  <td className={cell}>{row.p95 ?? '–'}</td>
                  <td className={cell}>{row.noise ?? '–'}</td>
                  <td className={cell}>{row.heard}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div className="grid gap-6 pt-4">
          {measures.map((measure) => (
            <figure key={measure} className="grid gap-1.5">
              <figcaption className="text-label text-ink-2">{t(measure)}</figcaption>
              <KioskChart rows={rows} measure={measure} words={words} />
            </figure>
          ))}
        </div>
      )}
    </section>
  );
}
