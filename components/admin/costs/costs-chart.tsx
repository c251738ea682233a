'use client';

import { useLocale } from 'next-intl';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

export interface CostDay {
  day: string;
  /** "12 nov.". */
  label: string;
  usd: number;
  /** The amounts as they are read. */
  dollars: string;
  euros: string;
  conversations: string;
}

const axis = { tick: { fill: 'var(--ink-3)', fontSize: 11 }, tickLine: false, axisLine: false } as const;

/** Costs by day of this month; the table beside it says the same, so it is hidden from readers. */
export function CostsChart({ rows }: { rows: CostDay[] }) {
  const amounts = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 2 });
  return (
    <div className="h-40" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={rows} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" minTickGap={32} {...axis} />
          <YAxis
            width={40}
            tickCount={4}
            tickFormatter={(value: number) => amounts.format(value)}
            {...axis}
          />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const row = payload?.[0]?.payload as CostDay | undefined;
              return active && row ? (
                <div className="rounded-md border border-line-strong bg-surface px-3 py-2 text-small">
                  <p className="text-ink-2">{row.label}</p>
                  <p className="font-medium tabular-nums">
                    {row.dollars} · {row.euros}
                  </p>
                </div>
              ) : null;
            }}
          />
          <Bar
            dataKey="usd"
            maxBarSize={28}
            fill="var(--bar-ink)"
            radius={[2, 2, 0, 0]}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
