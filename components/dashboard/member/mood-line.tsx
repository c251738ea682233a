/** Moods from -1 to 1 as a small line, the last one dotted; the word beside it says where it goes. */
export function MoodLine({ values }: { values: number[] }) {
  const points = values.map((value, place) => ({
    x: 2 + (place * 51) / Math.max(values.length - 1, 1),
    y: 10 - value * 8,
  }));
  const last = points.at(-1);
  return (
    <svg width="56" height="20" viewBox="0 0 56 20" aria-hidden focusable="false" className="shrink-0">
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
