import 'server-only';
import { z } from 'zod';
import { badgeForms } from '@/lib/members/badge-forms';
import { hashBadge } from '@/lib/members/badge-hash';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type CheckedIn, type CheckInInput, checkedIn, type DeskFound, deskFound } from './schemas';

/**
 * Up to 8 members of a gym by name, by printed number, or by what a badge reader at the desk has typed; without e-mail
 * and phone. Throws `not_found`, `forbidden`, `customer_suspended`.
 */
export function searchAtDesk(db: UserClient, gymId: string, text: string): Promise<DeskFound[]> {
  const forms = badgeForms(text.trim());
  const args = {
    p_gym_id: gymId,
    p_search: text,
    p_badge_hashes: forms.ok ? forms.canonical.map(hashBadge) : [],
  };
  return callRpc(db, 'desk_search', args, deskFound);
}

/**
 * Lets a member in by hand. Throws `member_inactive`, `member_expired` or `member_suspended` where the membership does
 * not hold and no reason is given, `invalid_input` for a time to come or more than 12 hours ago, `not_found`,
 * `forbidden`, `customer_suspended`.
 */
export function checkIn(db: UserClient, { member_id, at, reason }: CheckInInput): Promise<CheckedIn> {
  const args = { p_member_id: member_id, p_at: at ?? null, p_reason: reason ?? null };
  return callRpc(db, 'desk_check_in', args, checkedIn);
}

/**
 * Takes a check-in of the last 15 minutes back, and nothing else. Throws `conflict` when it is too late or the member
 * has been seen since, `not_found`, `forbidden`, `customer_suspended`.
 */
export async function undoCheckIn(db: UserClient, id: string): Promise<void> {
  await callRpc(db, 'undo_desk_check_in', { p_check_in_id: id }, z.unknown());
}
