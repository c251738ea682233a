import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { BadgeEnd } from './schemas';

/** Ends a badge now. Throws `not_found`, `forbidden`, `customer_suspended`, `conflict` when it has ended already. */
export async function endBadge(db: UserClient, badgeId: string, reason: BadgeEnd): Promise<void> {
  await callRpc(db, 'end_badge', { p_badge_id: badgeId, p_reason: reason }, z.unknown());
}

/**
 * Takes back what was done to a badge within a quarter of an hour: given, reported lost, given back.
 * Throws `not_found`, `forbidden`, `customer_suspended`, `conflict` when it is too late or the badge is somebody else's.
 */
export async function undoBadge(db: UserClient, badgeId: string): Promise<void> {
  await callRpc(db, 'undo_badge', { p_badge_id: badgeId }, z.unknown());
}
