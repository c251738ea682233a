import 'server-only';
import type { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import { serverClient, type UserClient } from '@/lib/supabase/server';
import { badgeHashes } from './badge-hashes';
import {
  type Assigned,
  assignedSchema,
  type BadgeDesk,
  type BadgeMembers,
  type DeskKiosk,
  badgeDeskSchema,
  badgeMembersSchema,
  type guestSchema,
  type MemberBadgeList,
  memberBadgesSchema,
} from './schemas';

/** The kiosks of a gym with how their readers write, and the guests of today. Throws `not_found`. */
export function getBadgeDesk(db: UserClient, gymId: string): Promise<BadgeDesk> {
  return callRpc(db, 'badge_desk', { p_gym_id: gymId }, badgeDeskSchema);
}

/** Active members by name, to give badges to; `without` leaves those who have none. Throws `not_found`, `invalid_input`. */
export function listBadgeMembers(
  db: UserClient,
  gymId: string,
  filter: { search?: string | undefined; without?: boolean; cursor?: string | undefined; limit?: number },
): Promise<BadgeMembers> {
  const args = {
    p_gym_id: gymId,
    p_search: filter.search ?? null,
    p_without: filter.without ?? false,
    p_cursor: filter.cursor ?? null,
    p_limit: filter.limit ?? 20,
  };
  return callRpc(db, 'list_badge_members', args, badgeMembersSchema);
}

/** The badges that a member has and had, the current one first. Throws `not_found`. */
export function listMemberBadges(db: UserClient, memberId: string): Promise<MemberBadgeList> {
  return callRpc(db, 'list_member_badges', { p_member_id: memberId }, memberBadgesSchema);
}

/**
 * The same for the person who is signed in, with the kiosks that can read a badge for them.
 * @param deskGymId the gym whose kiosks are meant; null for who only reads
 */
export async function badgesOf(
  memberId: string,
  deskGymId: string | null,
): Promise<MemberBadgeList & { kiosks: DeskKiosk[] | null }> {
  const db = await serverClient();
  const [list, desk] = await Promise.all([
    listMemberBadges(db, memberId),
    deskGymId ? getBadgeDesk(db, deskGymId) : null,
  ]);
  return { ...list, kiosks: desk?.kiosks ?? null };
}

/**
 * Lends a spare badge to a guest until midnight by the gym's clock; a member's badge is `taken`.
 * Throws `badge_random`, `badge_unreadable`, `not_found`, `forbidden`, `customer_suspended`.
 */
export async function giveGuestBadge(db: UserClient, input: z.infer<typeof guestSchema>): Promise<Assigned> {
  const { hashes, form } = badgeHashes(input.read, input.form);
  const args = {
    p_gym_id: input.gym_id,
    p_first_name: input.first_name,
    p_badge_hashes: hashes,
    p_number: input.read,
    p_form: form,
  };
  return callRpc(db, 'give_guest_badge', args, assignedSchema);
}
