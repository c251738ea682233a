import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { type LimitName, limitOf } from './limits';
import type { RateLimit, Taken } from './types';

/** Counts in this process: for one machine, and for the time in which the shared store does not answer. */
export function memoryRateLimit(): RateLimit {
  const limiters = new Map<string, RateLimiterMemory>();
  const limiter = (name: LimitName, key: string): RateLimiterMemory => {
    const { points, seconds } = limitOf(name, key);
    const id = `${name}:${points}`;
    const known = limiters.get(id) ?? new RateLimiterMemory({ keyPrefix: id, points, duration: seconds });
    limiters.set(id, known);
    return known;
  };
  return {
    take: async (name, key) => {
      const one = limiter(name, key);
      // Unlike `consume`, `penalty` says by value and not by rejection what is left.
      return taken(await one.penalty(key), one);
    },
    giveBack: async (name, key) => {
      const one = limiter(name, key);
      if ((await one.get(key))?.consumedPoints) await one.reward(key);
    },
    reset: async (name, key) => {
      await limiter(name, key).delete(key);
    },
  };
}

const taken = (state: RateLimiterRes, { points, duration }: RateLimiterMemory): Taken => ({
  allowed: state.consumedPoints <= points,
  limit: points,
  remaining: Math.max(0, points - state.consumedPoints),
  // A window ends by a timer: when the machine's date jumps back, it ends in its time all the same.
  resetAt: Date.now() + Math.min(state.msBeforeNext, duration * 1000),
});
