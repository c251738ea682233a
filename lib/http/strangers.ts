import 'server-only';
import { AppError } from '@/lib/errors';
import { RateLimited } from './rate-limit';
import { memoryRateLimit } from './rate-limit/memory';

const strangers = memoryRateLimit();

/**
 * Does the work for a token that only the database can tell from a made-up one. Whoever makes up a token for each
 * request would never meet the limit of a token, so what turns out to be nobody's is counted for its address; beyond
 * 100 a minute `rate_limited` is thrown and nothing is asked. Counted in this process alone: it costs a kiosk nothing.
 */
export async function countStranger<T>(address: string, work: () => Promise<T>): Promise<T> {
  const taken = await strangers.take('api', address);
  if (!taken.allowed) throw new RateLimited(taken);
  let isStranger = false;
  try {
    return await work();
  } catch (error) {
    isStranger = error instanceof AppError && error.code === 'kiosk_not_paired';
    throw error;
  } finally {
    if (!isStranger) await strangers.giveBack('api', address);
  }
}
