import {
  HalfFloatType,
  LinearFilter,
  Vector2,
  type Texture,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import { tripleBox } from './blur-weights';
import type { Pass } from './pass';

/** A blur of the tokens: reach in radii, and how often the light is halved before. */
const blurs = [
  { reach: 0.008, halved: 1 },
  { reach: 0.045, halved: 3 },
  { reach: 0.19, halved: 4 },
] as const;
const longestReach = 12;

const newTarget = (side: number) =>
  new WebGLRenderTarget(side, side, {
    type: HalfFloatType,
    minFilter: LinearFilter,
    magFilter: LinearFilter,
    depthBuffer: false,
  });

interface Level {
  reach: number;
  weights: number[];
  across: WebGLRenderTarget;
  done: WebGLRenderTarget;
}

/** The light and its three blurred copies for one size of the avatar. */
export class Bloom {
  readonly light: WebGLRenderTarget;
  readonly #halves: WebGLRenderTarget[] = [];
  readonly #levels: Level[];

  constructor(side: number, radius: number) {
    this.light = newTarget(side);
    for (let halved = 1; halved <= 4; halved++) this.#halves.push(newTarget(Math.ceil(side / 2 ** halved)));
    this.#levels = blurs.map(({ reach, halved }) => {
      const small = Math.ceil(side / 2 ** halved);
      const pixels = Math.min(longestReach / 3, Math.max(1, Math.round((reach * radius) / 2 ** halved)));
      const weights = tripleBox(pixels);
      return {
        reach: weights.length - 1,
        weights: [...weights, ...Array<number>(longestReach + 1 - weights.length).fill(0)],
        across: newTarget(small),
        done: newTarget(small),
      };
    });
  }

  /** The blurred light, widest last. */
  get textures(): Texture[] {
    return this.#levels.map(({ done }) => done.texture);
  }

  /** Blurs what stands in `light`; without the widest copy where time is short. */
  draw(gl: WebGLRenderer, halve: Pass, blur: Pass, withWidest: boolean): void {
    let from = this.light;
    for (const half of this.#halves) {
      halve.draw(gl, half, { uFrom: from.texture });
      from = half;
    }
    for (const [place, level] of this.#levels.entries()) {
      if (place === 2 && !withWidest) continue;
      const source = this.#halves[(blurs[place]?.halved ?? 1) - 1] as WebGLRenderTarget;
      const shared = { uWeights: level.weights, uReach: level.reach };
      const step = 1 / source.width;
      blur.draw(gl, level.across, { ...shared, uFrom: source.texture, uStep: new Vector2(step, 0) });
      blur.draw(gl, level.done, { ...shared, uFrom: level.across.texture, uStep: new Vector2(0, step) });
    }
  }

  dispose(): void {
    this.light.dispose();
    for (const half of this.#halves) half.dispose();
    for (const { across, done } of this.#levels) {
      across.dispose();
      done.dispose();
    }
  }
}
