import { useId } from 'react';

/**
 * The avatar at rest, small and still: body and raked rings, lit from the upper left.
 * `size` in CSS pixels; below 48 three rings only.
 */
export function JarvisLogo({ size = 20 }: { size?: number }) {
  const id = useId();
  const rings = size < 48 ? [0.24, 0.46, 0.7] : [0.12, 0.24, 0.36, 0.48, 0.6, 0.72, 0.84];
  return (
    <svg width={size} height={size} viewBox="-1 -1 2 2" aria-hidden focusable="false">
      <defs>
        <radialGradient id={`${id}b`} cx="0.34" cy="0.3" r="0.82">
          <stop offset="0" className="[stop-color:var(--sphere-lit)]" />
          <stop offset="0.5" className="[stop-color:var(--sphere-mid)]" />
          <stop offset="1" className="[stop-color:var(--sphere-dark)]" />
        </radialGradient>
        <clipPath id={`${id}c`}>
          <circle r="1" />
        </clipPath>
      </defs>
      <circle r="1" fill={`url(#${id}b)`} />
      <g
        clipPath={`url(#${id}c)`}
        className="stroke-(--sphere-lit)"
        fill="none"
        strokeWidth={size < 48 ? 0.07 : 0.025}
      >
        {rings.map((ring) => (
          <circle key={ring} cx={-0.3} cy={-0.36} r={ring} opacity={0.75 - ring * 0.65} />
        ))}
      </g>
    </svg>
  );
}
