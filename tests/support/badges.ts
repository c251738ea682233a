import { createHash } from 'node:crypto';
import { keyedHash } from '../../lib/utils/keyed-hash.ts';

/** The key of badge and code hashes in tests; also set it as BADGE_HASH_KEY for the app's own code. */
export const testHashKey = 'a5'.repeat(32);

/** Hash of a badge's canonical form (8 lower-case hex digits), as the app makes it. */
export function hashBadge(canonical: string, key = testHashKey): string {
  return keyedHash('badge', canonical, key);
}

/** Hash of a pairing code, as the app makes it. */
export function hashCode(code: string, key = testHashKey): string {
  return keyedHash('code', code, key);
}

/** Hash of a kiosk's token, as the database keeps it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
