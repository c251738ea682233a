import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import { serverClient, type UserClient } from '@/lib/supabase/server';
import {
  type AccessFile,
  type AccessFileInput,
  accessFileSchema,
  type MemberRights,
  type Receipt,
  receiptSchema,
  rightsSchema,
} from './schemas';

/**
 * What an access file, an erasure and a move would reach, before anything is done, for the person who reads the page.
 * Throws `not_found`, `forbidden`, `customer_suspended`.
 */
export async function getMemberRights(memberId: string): Promise<MemberRights> {
  return callRpc(await serverClient(), 'get_member_rights', { p_member_id: memberId }, rightsSchema);
}

/** Everything kept of a member; that it was made, by whom and after which check is audited. Throws like the above. */
export function makeAccessFile(
  db: UserClient,
  memberId: string,
  checked: AccessFileInput['checked'],
): Promise<AccessFile> {
  return callRpc(db, 'member_access_file', { p_member_id: memberId, p_checked: checked }, accessFileSchema);
}

/**
 * Erases a member at once and for good; `confirm` is the first name. Throws `invalid_input` when it is another name,
 * and like the above.
 */
export function eraseMember(db: UserClient, memberId: string, confirm: string): Promise<Receipt> {
  return callRpc(db, 'erase_member', { p_member_id: memberId, p_confirm: confirm }, receiptSchema);
}

/**
 * Moves a member to another gym of the franchise: the id of the row there. Throws `not_found` for a gym that the
 * caller does not manage, `invalid_input` for one of another customer, `conflict` when the row is closed already.
 */
export function moveMember(db: UserClient, memberId: string, gymId: string): Promise<string> {
  return callRpc(db, 'move_member', { p_member_id: memberId, p_gym_id: gymId }, z.guid());
}

/**
 * Takes a move of the last day back, asked with the new row: the id of the old one. Throws `conflict` when it is late
 * or something has happened at the new gym.
 */
export function undoMove(db: UserClient, memberId: string): Promise<string> {
  return callRpc(db, 'undo_member_move', { p_member_id: memberId }, z.guid());
}
