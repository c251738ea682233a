/** A value in [0, 1) that depends on the three integers alone. */
function hash(x: number, y: number, z: number): number {
  let h = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(z, 2_147_483_647);
  h = Math.imul(h ^ (h >>> 13), 1_274_126_177);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

const ease = (t: number) => t * t * (3 - 2 * t);
const mix = (a: number, b: number, t: number) => a + (b - a) * t;

function valueNoise(x: number, y: number, z: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const iz = Math.floor(z);
  const u = ease(x - ix);
  const v = ease(y - iy);
  const w = ease(z - iz);
  const near = mix(
    mix(hash(ix, iy, iz), hash(ix + 1, iy, iz), u),
    mix(hash(ix, iy + 1, iz), hash(ix + 1, iy + 1, iz), u),
    v,
  );
  const far = mix(
    mix(hash(ix, iy, iz + 1), hash(ix + 1, iy, iz + 1), u),
    mix(hash(ix, iy + 1, iz + 1), hash(ix + 1, iy + 1, iz + 1), u),
    v,
  );
  return mix(near, far, w);
}

/** Three octaves of smooth noise at a point, between −1 and 1. */
export function fbm(x: number, y: number, z: number): number {
  return (
    (valueNoise(x, y, z) * 0.57 +
      valueNoise(x * 2.03 + 17, y * 2.03 + 5, z * 2.03 + 9) * 0.29 +
      valueNoise(x * 4.1 + 3, y * 4.1 + 29, z * 4.1 + 13) * 0.14) *
      2 -
    1
  );
}

/** A repeatable stream of numbers in [0, 1). */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
