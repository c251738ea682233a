/** `down`: no voice; `away`: no network; `shut`: closed or in maintenance; `goodbye`: at rest, with a bow at its beginning. */
export type AvatarState =
  | 'idle'
  | 'listening'
  | 'thinking'
  | 'speaking'
  | 'goodbye'
  | 'down'
  | 'away'
  | 'shut';

export type Vector = readonly [number, number, number];

/** A vector of length 1 in the same direction. */
export function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** Side of the avatar's picture in radii: the halo needs the rest. */
export const pictureSide = 3.2;

/** How one state combs and lights the same sphere; x right, y up, z towards the viewer. */
export interface Look {
  /** The gaze: rings are combed round this point. */
  pole: Vector;
  key: Vector;
  /** Which rings: at rest, or those of one of the two voices. */
  comb: 'rest' | 'listening' | 'speaking';
  rings: number;
  warp: number;
  relief: number;
  /** Depth of the rings at the angle θ from the pole. */
  depth: (theta: number, slow: number) => number;
  dim: number;
  saturation: number;
  halo: number;
  /** Light gathered at the pole, where the voice is. */
  glow: number;
  /** How much the few brightest grains stand out: 1 as stars, 0 not at all. */
  sparks: number;
}

const pulse = (x: number) => 0.5 + 0.5 * Math.sin(x);
const restDepth = (_theta: number, slow: number) => 0.47 + 0.3 * slow;
/** Loudness of the last moments laid over the sphere, newest at the rim or at the pole. */
const voiceDepth = (theta: number) => 0.4 + 0.55 * pulse(theta * 4.1 + 1.1) * pulse(theta * 1.7 + 1.9);

const rest = {
  pole: [-0.3, 0.36, 0.88],
  key: [-0.66, 0.66, 0.24],
  comb: 'rest',
  rings: 46,
  warp: 0.085,
  relief: 0.78,
  depth: restDepth,
  dim: 1,
  saturation: 1,
  halo: 1,
  glow: 0,
  sparks: 1,
} as const satisfies Look;

const away = {
  ...rest,
  key: [-0.66, 0.66, -0.46],
  dim: 0.6,
  saturation: 0.25,
  halo: 0.5,
} as const satisfies Look;

export const looks: Record<AvatarState, Look> = {
  idle: rest,
  listening: {
    ...rest,
    pole: [0.06, -0.26, 0.96],
    key: [-0.58, 0.7, 0.4],
    comb: 'listening',
    rings: 34,
    warp: 0.062,
    relief: 1.05,
    depth: voiceDepth,
    glow: 0.4,
  },
  thinking: { ...rest, key: [-0.74, 0.62, 0.05], relief: 0.8, dim: 0.62 },
  speaking: {
    ...rest,
    pole: [-0.06, 0.1, 0.99],
    key: [-0.56, 0.66, 0.4],
    comb: 'speaking',
    rings: 30,
    warp: 0.03,
    relief: 0.9,
    depth: voiceDepth,
    halo: 0.25,
    glow: 1,
  },
  goodbye: rest,
  down: { ...rest, key: [-0.66, 0.66, -0.12], dim: 0.72, saturation: 0.8, halo: 0.7 },
  away,
  shut: { ...away, sparks: 0 },
};
