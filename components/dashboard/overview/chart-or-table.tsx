'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';

/** A chart and its table; `t` changes between them. */
export function ChartOrTable({
  title,
  note,
  aside,
  toTable,
  toChart,
  chart,
  table,
}: {
  title: string;
  note: string;
  aside: ReactNode;
  toTable: string;
  toChart: string;
  chart: ReactNode;
  table: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold">
          {title} <span className="pl-1 font-normal text-ink-2 max-md:block max-md:pl-0">{note}</span>
        </h2>
        <span className="flex items-baseline gap-3 text-label text-ink-2">
          {aside}
          <Button
            tone="quiet"
            size="bar"
            data-key="t"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
            className="-mr-2.5 text-ink-2 print:hidden"
          >
            {asTable ? toChart : toTable} <Kbd>T</Kbd>
          </Button>
        </span>
      </div>
      <div className="pt-4">
        {!asTable && chart}
        <div className={asTable ? '' : 'sr-only'}>{table}</div>
      </div>
    </section>
  );
}
