import { type AvatarState, type Look, looks, type Vector } from '../looks';

const fadeMs = 400;
const states = Object.keys(looks) as AvatarState[];

/** What the shaders need of all states together, each as much as it is there. */
export interface Mood {
  pole: Vector;
  key: Vector;
  /** Shares of the rings at rest, of those of listening and of those of speaking. */
  combs: Vector;
  relief: number;
  dim: number;
  saturation: number;
  halo: number;
  glow: number;
  /** How bright the few brightest grains may be: 1, or 0 for none. */
  sparks: number;
  /** Share of the orbiting spark. */
  thinking: number;
}

/** How much of each state there is; changes of state fade over 400 ms. */
export class Moods {
  readonly #shares = new Map<AvatarState, number>();

  constructor(first: AvatarState) {
    this.#shares.set(first, 1);
  }

  /** Fades towards a state for `ms`; answers the mixture. */
  fade(to: AvatarState, ms: number): Mood {
    const step = ms / fadeMs;
    let sum = 0;
    for (const state of states) {
      const share = this.#shares.get(state) ?? 0;
      const next = state === to ? Math.min(1, share + step) : Math.max(0, share - step);
      this.#shares.set(state, next);
      sum += next;
    }
    const share = (state: AvatarState) => (this.#shares.get(state) ?? 0) / sum;
    const mixed = (pick: (look: Look) => number) =>
      states.reduce((total, state) => total + share(state) * pick(looks[state]), 0);
    const mixedVector = (pick: (look: Look) => Vector): Vector => [
      mixed((look) => pick(look)[0]),
      mixed((look) => pick(look)[1]),
      mixed((look) => pick(look)[2]),
    ];
    const comb = (name: Look['comb']) => mixed((look) => (look.comb === name ? 1 : 0));
    return {
      pole: looks[to].pole,
      key: mixedVector((look) => look.key),
      combs: [comb('rest'), comb('listening'), comb('speaking')],
      relief: mixed((look) => look.relief),
      dim: mixed((look) => look.dim),
      saturation: mixed((look) => look.saturation),
      halo: mixed((look) => look.halo),
      glow: mixed((look) => look.glow),
      sparks: mixed((look) => look.sparks),
      thinking: share('thinking'),
    };
  }
}
