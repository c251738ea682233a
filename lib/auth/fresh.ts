import { AppError } from '@/lib/errors';
import type { SignIn } from './auth-state';

/** How long a proof counts for what would lock a person out of their account. */
export const FRESH_MINUTES = 15;

/**
 * Whether the person proved who they are within the last 15 minutes.
 * @param by the ways that count; any, when left out
 */
export function provedJustNow(
  { methods }: Pick<SignIn, 'methods'>,
  by?: readonly string[],
  now = Date.now(),
): boolean {
  // Both ways: while this machine's date is far behind, a proof of its tomorrow would stay fresh until then.
  const isFresh = (timestamp: number) => Math.abs(now / 1000 - timestamp) <= FRESH_MINUTES * 60;
  return methods.some(({ method, timestamp }) => isFresh(timestamp) && (by?.includes(method) ?? true));
}

/** Throws `sign_in_stale` unless the person proved who they are within the last 15 minutes. */
export function assertFresh(person: SignIn): void {
  if (!provedJustNow(person)) throw new AppError('sign_in_stale');
}
