import 'server-only';
import { env } from '@/lib/env';
import { keyedHash } from '@/lib/utils/keyed-hash';

/** What the database keeps of a badge: the keyed hash of its canonical form (see badge-forms), 64 hex digits. */
export function hashBadge(canonical: string): string {
  return keyedHash('badge', canonical, env().BADGE_HASH_KEY);
}
