import { createHmac } from 'node:crypto';

/**
 * Hex HMAC-SHA256 of `<purpose>:<text>`, so that a hash made for one purpose never matches another's.
 * @param key the installation's BADGE_HASH_KEY as it is written, 64 hex digits
 */
export function keyedHash(
  purpose: 'badge' | 'browser' | 'code' | 'limit' | 'log' | 'recovery',
  text: string,
  key: string,
): string {
  return createHmac('sha256', key).update(`${purpose}:${text}`).digest('hex');
}
