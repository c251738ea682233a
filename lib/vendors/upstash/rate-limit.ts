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
    const id = prefix(name, points);
    const known =
      limiters.get(id) ??
      new Ratelimit({
        redis,
        limiter: Ratelimit.fixedWindow(points, `${seconds} s`),
        prefix: id,
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
      if (answer.limit !== limit.points || !Number.isFinite(answer.remaining)) throw new Error(rubbish);
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
      // The package's own reset scans the whole store; this is the one key that it counts in now.
      const { points, seconds } = limitOf(name, key);
      const window = Math.floor(Date.now() / (seconds * 1000));
      await redis.del(`${prefix(name, points)}:${hash(key)}:${window}`);
    },
  };
}

const prefix = (name: LimitName, points: number) => `jarvis:${name}:${points}`;

const rubbish = 'The rate limit store answers something else than our counts.';
