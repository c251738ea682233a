import 'server-only';
import { AppError } from '@/lib/errors';

/** How long a route may take to answer; what it streams afterwards may take longer. */
export const LIMIT_MS = 15_000;

/** Gives a piece of work 15 seconds; then its signal aborts and `too_slow` (504) is thrown, whatever it still does. */
export async function withinTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const clock = new AbortController();
  const late = new Promise<never>((_, refuse) => {
    clock.signal.addEventListener('abort', () => refuse(clock.signal.reason), { once: true });
  });
  const timer = setTimeout(() => clock.abort(new AppError('too_slow')), LIMIT_MS);
  try {
    return await Promise.race([work(clock.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
