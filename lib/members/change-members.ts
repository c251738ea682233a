import 'server-only';
import type { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type MemberChange, memberChangedSchema, memberUndoneSchema } from './schemas';

/**
 * Does one thing to many members: how many it changed, and the id of the change while it can be taken back (ten
 * minutes). Who is so already, is gone or is of another gym is left out. Throws `not_found`, `forbidden`,
 * `customer_suspended`, `invalid_input`.
 */
export function changeMembers(
  db: UserClient,
  { gym_id, ids, action }: MemberChange,
): Promise<z.infer<typeof memberChangedSchema>> {
  return callRpc(
    db,
    'change_members',
    { p_gym_id: gym_id, p_ids: ids, p_action: action },
    memberChangedSchema,
  );
}

/**
 * Takes one's own change back, scores and alerts included; `kept` are members whom somebody changed since. Throws
 * `not_found` when it is over or somebody else's, `forbidden`, `customer_suspended`.
 */
export function undoMemberChange(db: UserClient, id: string): Promise<z.infer<typeof memberUndoneSchema>> {
  return callRpc(db, 'undo_member_change', { p_change_id: id }, memberUndoneSchema);
}
