/** A square of linear light, three channels. `size` in pixels. */
export interface Plane {
  size: number;
  r: Float32Array;
  g: Float32Array;
  b: Float32Array;
}

export function newPlane(size: number): Plane {
  const make = () => new Float32Array(size * size);
  return { size, r: make(), g: make(), b: make() };
}

export const channels = (plane: Plane) => [plane.r, plane.g, plane.b] as const;

/** Adds a soft point at (x, y); `sigma` in pixels. Points outside of the square are cut off. */
export function addPoint(plane: Plane, x: number, y: number, sigma: number, color: readonly number[]): void {
  const reach = Math.ceil(sigma * 2.2);
  const falloff = -1 / (2 * sigma * sigma);
  for (let row = Math.round(y) - reach; row <= Math.round(y) + reach; row++) {
    if (row < 0 || row >= plane.size) continue;
    for (let column = Math.round(x) - reach; column <= Math.round(x) + reach; column++) {
      if (column < 0 || column >= plane.size) continue;
      const weight = Math.exp(falloff * ((column - x) ** 2 + (row - y) ** 2));
      const at = row * plane.size + column;
      plane.r[at] = (plane.r[at] ?? 0) + weight * (color[0] ?? 0);
      plane.g[at] = (plane.g[at] ?? 0) + weight * (color[1] ?? 0);
      plane.b[at] = (plane.b[at] ?? 0) + weight * (color[2] ?? 0);
    }
  }
}

function boxBlur(from: Float32Array, to: Float32Array, size: number, reach: number): void {
  // Writes transposed, so that two calls blur both directions.
  const share = 1 / (2 * reach + 1);
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let i = -reach; i <= reach; i++) sum += i >= 0 && i < size ? (from[row * size + i] ?? 0) : 0;
    for (let column = 0; column < size; column++) {
      to[column * size + row] = sum * share;
      const enters = column + reach + 1;
      const leaves = column - reach;
      if (enters < size) sum += from[row * size + enters] ?? 0;
      if (leaves >= 0) sum -= from[row * size + leaves] ?? 0;
    }
  }
}

function halve(channel: Float32Array, size: number): Float32Array {
  const half = size >> 1;
  const out = new Float32Array(half * half);
  for (let row = 0; row < half; row++) {
    for (let column = 0; column < half; column++) {
      const at = row * 2 * size + column * 2;
      out[row * half + column] =
        ((channel[at] ?? 0) +
          (channel[at + 1] ?? 0) +
          (channel[at + size] ?? 0) +
          (channel[at + size + 1] ?? 0)) /
        4;
    }
  }
  return out;
}

/** Adds blurred copies of the light to itself; `sigma` in pixels. Wide blurs are made at a smaller size. */
export function addBloom(plane: Plane, blurs: readonly { sigma: number; weight: number }[]): void {
  const sources = channels(plane).map((channel) => channel.slice());
  for (const { sigma, weight } of blurs) {
    const steps = Math.max(0, Math.floor(Math.log2(sigma / 3)));
    for (const [index, target] of channels(plane).entries()) {
      let channel = sources[index] as Float32Array;
      let size = plane.size;
      for (let step = 0; step < steps; step++) {
        channel = halve(channel, size);
        size >>= 1;
      }
      const reach = Math.max(1, Math.round(sigma / 2 ** steps));
      let a = channel.slice();
      let b = new Float32Array(a.length);
      for (let pass = 0; pass < 6; pass++) {
        boxBlur(a, b, size, reach);
        [a, b] = [b, a];
      }
      spread(a, size, target, plane.size, weight);
    }
  }
}

function spread(from: Float32Array, small: number, to: Float32Array, size: number, weight: number): void {
  const ratio = small / size;
  for (let row = 0; row < size; row++) {
    const y = Math.max(0, Math.min(small - 1.001, (row + 0.5) * ratio - 0.5));
    const top = Math.floor(y);
    const v = y - top;
    for (let column = 0; column < size; column++) {
      const x = Math.max(0, Math.min(small - 1.001, (column + 0.5) * ratio - 0.5));
      const left = Math.floor(x);
      const u = x - left;
      const at = top * small + left;
      const upper = (from[at] ?? 0) * (1 - u) + (from[at + 1] ?? 0) * u;
      const lower = (from[at + small] ?? 0) * (1 - u) + (from[at + small + 1] ?? 0) * u;
      const index = row * size + column;
      to[index] = (to[index] ?? 0) + weight * (upper * (1 - v) + lower * v);
    }
  }
}
