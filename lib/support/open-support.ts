import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { OpenSupportInput } from './schemas';

/**
 * Opens a gym or a franchise to the super admin who is signed in (rule S1) and answers the id of the support access.
 * From the next request on, `currentUser()` has it in `support` and in each gym's `support`. Throws `mfa_stale` when
 * their last code of the second factor is older than ten minutes, `conflict` while they have one open, `not_found`,
 * `forbidden`.
 */
export function openSupport(db: UserClient, input: OpenSupportInput): Promise<string> {
  const args = {
    p_gym_id: input.gym_id ?? null,
    p_franchise_id: input.franchise_id ?? null,
    p_reason: input.reason,
    p_minutes: input.minutes,
    p_may_write: input.may_write,
  };
  return callRpc(db, 'open_support_access', args, z.guid());
}

/** Ends one's own support access; quiet when it is over already. Throws `not_found` for any other id. */
export async function endSupport(db: UserClient, id: string): Promise<void> {
  await callRpc(db, 'end_support_access', { p_support_id: id }, z.unknown());
}
