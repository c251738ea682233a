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
      return taken(await one.penalty(key), one.points);
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

const taken = (state: RateLimiterRes, limit: number): Taken => ({
  allowed: state.consumedPoints <= limit,
  limit,
  remaining: Math.max(0, limit - state.consumedPoints),
  resetAt: Date.now() + state.msBeforeNext,
});
