import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { badgeHashes } from './badge-hashes';
import { type Assigned, type Assignment, assignedSchema } from './schemas';

/**
 * Gives a member a badge that was read at the desk or whose number was typed; a badge that they had is replaced.
 * `taken` names who has it and writes nothing unless `take_over`. Throws `badge_random`, `badge_unreadable`,
 * `not_found`, `forbidden`, `customer_suspended`.
 */
export async function assignBadge(db: UserClient, input: Assignment): Promise<Assigned> {
  const { hashes, form } = badgeHashes(input.read, input.form);
  const args = {
    p_member_id: input.member_id,
    p_badge_hashes: hashes,
    p_number: input.read,
    p_form: form,
    p_take_over: input.take_over,
  };
  return callRpc(db, 'assign_badge', args, assignedSchema);
}

/**
 * Gives a member the badge that a kiosk has read, without anybody seeing its number; answers as `assignBadge`.
 * Throws `not_found`, `forbidden`, `customer_suspended`, `conflict` for a read that greeted somebody.
 */
export function assignScan(
  db: UserClient,
  scanId: string,
  input: { member_id: string; take_over: boolean },
): Promise<Assigned> {
  const args = { p_scan_id: scanId, p_member_id: input.member_id, p_take_over: input.take_over };
  return callRpc(db, 'assign_scan', args, assignedSchema);
}
