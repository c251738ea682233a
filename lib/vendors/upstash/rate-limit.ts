import 'server-only';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { type Limit, type LimitName, limitOf } from '@/lib/http/rate-limit/limits';
import type { RateLimit } from '@/lib/http/rate-limit/types';
import { keyedHash } from '@/lib/utils/keyed-hash';

/** How long one command may take. */
const PATIENCE_MS = 300;

interface Settings {
  url: string;
  token: string;
  /** Keys hold addresses and e-mails: the store gets their hash. */
  hashKey: string;
  patienceMs?: number;
}

/** Counts in Upstash, so that all machines share a window. Throws when it is away, slow, refuses us or answers rubbish. */
export function upstashRateLimit({ url, token, hashKey, patienceMs = PATIENCE_MS }: Settings): RateLimit {
  const redis = new Redis({
    url,
    token,
    retry: false,
    enableTelemetry: false,
    signal: () => AbortSignal.timeout(patienceMs),
  });
  const limiters = new Map<string, Ratelimit>();
  const limiter = (name: LimitName, { points, seconds }: Limit): Ratelimit => {
    const id = `${name}:${points}`;
    const known =
      limiters.get(id) ??
      new Ratelimit({
        redis,
        limiter: Ratelimit.fixedWindow(points, `${seconds} s`),
        prefix: `jarvis:${id}`,
        // Its own time limit lets requests pass; ours hands over to memory. Its cache would not see a reset.
        timeout: 0,
        ephemeralCache: false,
      });
    limiters.set(id, known);
    return known;
  };
  const hash = (key: string) => keyedHash('limit', key, hashKey);

  return {
    take: async (name, key) => {
      const limit = limitOf(name, key);
      const answer = await limiter(name, limit).limit(hash(key));
      if (answer.limit !== limit.points) throw new Error(rubbish);
      assertNumber(answer.remaining);
      return {
        allowed: answer.success,
        limit: limit.points,
        remaining: Math.min(limit.points, answer.remaining),
        resetAt: answer.reset,
      };
    },
    giveBack: async (name, key) => {
      await limiter(name, limitOf(name, key)).limit(hash(key), { rate: -1 });
    },
    reset: async (name, key) => {
      // The package's own reset scans the whole store.
      const limit = limitOf(name, key);
      const one = limiter(name, limit);
      const { remaining } = await one.getRemaining(hash(key));
      assertNumber(remaining);
      if (remaining < limit.points) await one.limit(hash(key), { rate: remaining - limit.points });
    },
  };
}

const rubbish = 'The rate limit store answers something else than our counts.';

function assertNumber(value: number): void {
  if (!Number.isFinite(value)) throw new Error(rubbish);
}
