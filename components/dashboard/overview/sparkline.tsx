/** Ten points as a line, the last one dotted; zero-based. The figure beside it says the value. */
export function Sparkline({ values }: { values: number[] }) {
  if (values.length < 2) return null;
  const top = Math.max(...values, 1);
  const points = values.map((value, index) => ({
    x: 2 + (index * 51) / (values.length - 1),
    y: 21 - (value / top) * 18,
  }));
  const last = points.at(-1);
  return (
    <svg width="56" height="24" viewBox="0 0 56 24" aria-hidden focusable="false" className="shrink-0">
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        strokeWidth="1.4"
        strokeLinejoin="round"
        className="stroke-ink-2"
      />
      {last && <circle cx={last.x} cy={last.y} r="2" className="fill-ink" />}
    </svg>
  );
}
