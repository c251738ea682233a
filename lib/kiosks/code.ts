import 'server-only';
import { env } from '@/lib/env';
import { keyedHash } from '@/lib/utils/keyed-hash';

/** A pairing code as it was issued, from what somebody typed: capitals, without blanks, dashes and dots. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '');
}

/** What the database keeps of a normalised pairing code, 64 hex digits. */
export function hashCode(code: string): string {
  return keyedHash('code', code, env().BADGE_HASH_KEY);
}
