/**
 * The avatar at rest, small and still: body and raked rings, lit from the upper left.
 * `size` in CSS pixels; below 48 three rings only. No ids inside: several stand on one page, some of them hidden.
 */
export function JarvisLogo({ size = 20 }: { size?: number }) {
  const small = size < 48;
  const rings = small ? [0.24, 0.46, 0.7] : [0.12, 0.24, 0.36, 0.48, 0.6, 0.72, 0.84];
  return (
    <span
      aria-hidden
      style={{ width: size, height: size }}
      className="inline-block shrink-0 overflow-hidden rounded-full bg-[radial-gradient(82%_82%_at_34%_30%,var(--sphere-lit),var(--sphere-mid)_50%,var(--sphere-dark))] align-middle [print-color-adjust:exact]"
    >
      <svg
        viewBox="-1 -1 2 2"
        focusable="false"
        fill="none"
        strokeWidth={small ? 0.07 : 0.025}
        className="block stroke-(--sphere-lit)"
      >
        {rings.map((ring) => (
          <circle key={ring} cx={-0.3} cy={-0.36} r={ring} opacity={0.75 - ring * 0.65} />
        ))}
      </svg>
    </span>
  );
}
