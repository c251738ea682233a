import 'server-only';
import { AppError } from '@/lib/errors';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { upstashRateLimit } from '@/lib/vendors/upstash/rate-limit';
import type { LimitName } from './limits';
import { memoryRateLimit } from './memory';
import type { RateLimit, Taken } from './types';
import { withFallback } from './with-fallback';

export { addressKey } from './address';
export type { LimitName } from './limits';
export type { RateLimit, Taken } from './types';

let chosen: RateLimit | undefined;

/** The store of this installation: Upstash where it is configured, so that every machine counts alike; else this process. */
export function rateLimit(): RateLimit {
  chosen ??= choose();
  return chosen;
}

function choose(): RateLimit {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, BADGE_HASH_KEY: hashKey } = env();
  const local = memoryRateLimit();
  if (!url || !token) return local;
  return withFallback(upstashRateLimit({ url, token, hashKey }), local, (error) =>
    log.error({ err: error }, 'rate limit store fails, counting in memory'),
  );
}

/** A request over its limit; what the limit said goes into the answer's headers. */
export class RateLimited extends AppError {
  readonly taken: Taken;

  constructor(taken: Taken) {
    const seconds = Math.ceil((taken.resetAt - Date.now()) / 1000);
    super('rate_limited', { retryAfterSeconds: Math.max(1, seconds) });
    this.taken = taken;
  }
}

/**
 * Counts one for a key; throws `rate_limited` (429, Retry-After) when that is one too many.
 * @param key a person's or account's id, or `addressKey(request.headers)`; stores see only its hash
 */
export async function assertWithin(name: LimitName, key: string): Promise<Taken> {
  const taken = await rateLimit().take(name, key);
  if (!taken.allowed) throw new RateLimited(taken);
  return taken;
}

/** Takes back what `assertWithin` counted for a request that was in order, such as a sign-in that worked. */
export const giveBack = (name: LimitName, key: string): Promise<void> => rateLimit().giveBack(name, key);

/** Forgets what a key has used, for example after the right password. */
export const resetLimit = (name: LimitName, key: string): Promise<void> => rateLimit().reset(name, key);
