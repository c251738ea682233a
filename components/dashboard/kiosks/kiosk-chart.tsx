'use client';

import {
  Area,
  AreaChart,
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

export interface ChartRow {
  at: string;
  label: string;
  p50: number | null;
  p95: number | null;
  noise: number | null;
  heard: number;
}

const axis = { tick: { fill: 'var(--ink-3)', fontSize: 11 }, tickLine: false, axisLine: false } as const;
const box = {
  contentStyle: {
    background: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: 6,
    color: 'var(--ink)',
    fontSize: 12,
  },
  labelStyle: { color: 'var(--ink-2)' },
  isAnimationActive: false,
} as const;

/** The name of a line on the line itself, where it begins. */
const named = (place: number, word: string, fill: string) =>
  function LineName({ x, y, index }: { x?: number | string; y?: number | string; index?: number }) {
    return index === place ? (
      <text x={x} y={Number(y) - 8} fill={fill} fontSize={11}>
        {word}
      </text>
    ) : (
      <g />
    );
  };

/** One measure over time; what it shows is in the table beside it, so it is hidden from readers. */
export function KioskChart({
  rows,
  measure,
  words,
}: {
  rows: ChartRow[];
  measure: 'answer' | 'noise' | 'heard';
  words: { p50: string; p95: string; noise: string; heard: string; aim: string };
}) {
  const place = rows.findIndex(({ p50 }) => p50 !== null);
  const frame = { data: rows, margin: { top: 8, right: 8, bottom: 0, left: 0 } };
  const x = <XAxis dataKey="label" minTickGap={48} {...axis} />;
  const grid = <CartesianGrid vertical={false} stroke="var(--line)" />;
  return (
    <div className="h-40" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        {measure === 'answer' ? (
          <LineChart {...frame} accessibilityLayer={false}>
            {grid}
            {x}
            <YAxis width={44} domain={[0, 'auto']} {...axis} />
            <ReferenceLine
              y={500}
              stroke="var(--ink-3)"
              strokeDasharray="2 4"
              label={{ value: words.aim, fill: 'var(--ink-3)', fontSize: 11, position: 'insideTopRight' }}
            />
            <Tooltip {...box} />
            <Line
              dataKey="p95"
              name={words.p95}
              stroke="var(--off)"
              dot={false}
              label={named(place, words.p95, 'var(--ink-3)')}
              isAnimationActive={false}
            />
            <Line
              dataKey="p50"
              name={words.p50}
              stroke="var(--ink)"
              strokeWidth={2}
              dot={false}
              label={named(place, words.p50, 'var(--ink)')}
              isAnimationActive={false}
            />
          </LineChart>
        ) : (
          <AreaChart {...frame} accessibilityLayer={false}>
            {grid}
            {x}
            <YAxis width={44} domain={measure === 'heard' ? [0, 100] : [-80, 0]} {...axis} />
            <Tooltip {...box} />
            <Area
              dataKey={measure}
              name={words[measure]}
              baseValue="dataMin"
              stroke="var(--ink-2)"
              fill="var(--selected)"
              type={measure === 'heard' ? 'step' : 'linear'}
              isAnimationActive={false}
            />
          </AreaChart>
        )}
      </ResponsiveContainer>
    </div>
  );
}
