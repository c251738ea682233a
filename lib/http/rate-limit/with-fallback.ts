import type { RateLimit } from './types';

/** How long the shared store is left alone after it failed. */
const PAUSE_MS = 5_000;

/**
 * Counts in the shared store; while that does not answer, in the local one, so that a limit never disappears.
 * After a failure the store is asked again in 5 s.
 * @param report is told of each failure
 */
export function withFallback(
  shared: RateLimit,
  local: RateLimit,
  report: (error: unknown) => void,
): RateLimit {
  // The monotonic clock: a jump of the machine's date must not keep the store away for longer.
  let askAgainAt = 0;
  const either = async <T>(work: (store: RateLimit) => Promise<T>): Promise<T> => {
    if (performance.now() < askAgainAt) return work(local);
    try {
      return await work(shared);
    } catch (error) {
      // Requests that were under way together fail together: one line is enough.
      if (performance.now() >= askAgainAt) report(error);
      askAgainAt = performance.now() + PAUSE_MS;
      return work(local);
    }
  };
  return {
    take: (name, key) => either((store) => store.take(name, key)),
    giveBack: (name, key) => either((store) => store.giveBack(name, key)),
    reset: (name, key) => either((store) => store.reset(name, key)),
  };
}
