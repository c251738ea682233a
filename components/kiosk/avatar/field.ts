import { type Look, unit, type Vector } from './looks';
import { fbm } from './noise';

/** Light that leaves one point of the sphere. */
export interface Light {
  /** Brightness before tone mapping. */
  energy: number;
  /** Share of the warm light that the room returns on the shaded limb. */
  warm: number;
  /** How far along the comb this point is: radians to slide to the crest, signed. */
  slide: number;
}

const smoothstep = (from: number, to: number, x: number) => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};
const dot = (a: Vector, x: number, y: number, z: number) => a[0] * x + a[1] * y + a[2] * z;

/** The light of a raked sphere seen at the unit normal (x, y, z): rings round the pole under a grazing key. */
export function lightField(look: Look): (x: number, y: number, z: number) => Light {
  const pole = unit(look.pole);
  const key = unit(look.key);
  return (x, y, z) => {
    const cosine = Math.min(1, Math.max(-1, dot(pole, x, y, z)));
    const theta = Math.acos(cosine);
    const sine = Math.sqrt(1 - cosine * cosine) + 1e-4;
    const slow = fbm(x * 1.1 + 40, y * 1.1, z * 1.1);
    const depth = look.depth(theta, slow);
    const phase = look.rings * (theta + look.warp * fbm(x * 1.5, y * 1.5, z * 1.5));
    const wave = Math.cos(phase);
    const tilt = look.relief * depth * Math.sin(phase);

    let nx = x + (tilt * (x * cosine - pole[0])) / sine;
    let ny = y + (tilt * (y * cosine - pole[1])) / sine;
    let nz = z + (tilt * (z * cosine - pole[2])) / sine;
    const length = Math.hypot(nx, ny, nz);
    nx /= length;
    ny /= length;
    nz /= length;

    const facing = dot(key, x, y, z);
    const raking = smoothstep(-0.3, 1.05, 0.86 * dot(key, nx, ny, nz) + 0.14 * facing) ** 2.15;
    const veil = 0.86 + 0.34 * fbm(x * 0.9 + 7, y * 0.9 + 3, z * 0.9);
    const lit = smoothstep(-0.1, 0.7, facing);
    const crest = (1 + wave) / 2;
    const furrow = 1 - 0.5 * lit * Math.min(1, depth * 1.5) * (1 - crest) ** 1.4;
    const limb = (1 - Math.max(0, z)) ** 4;
    return {
      energy:
        look.dim *
        (raking * veil * furrow * (1 + 0.3 * depth * 1.6 * crest ** 3) +
          0.26 * limb * smoothstep(-0.05, 0.8, facing) ** 1.3 +
          look.glow * (0.5 * Math.exp(-(theta * theta) / 0.035) + 0.16 * Math.exp(-(theta * theta) / 0.3))),
      warm: 0.062 * (1 - Math.max(0, z)) ** 2.2 * smoothstep(0.1, 0.9, -facing),
      slide: (-depth * Math.sin(phase)) / look.rings,
    };
  };
}
