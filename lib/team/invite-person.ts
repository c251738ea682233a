import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { InvitationInput } from './schemas';

/**
 * Invites somebody up to one's own role, within one's own scope; the mail is on its way when this answers the
 * invitation's id. Throws `forbidden` (a role above one's own), `not_found` (a foreign gym or franchise), `conflict`
 * (the address belongs to somebody or has an open invitation), `customer_suspended`, `invalid_input`.
 */
export function invitePerson(db: UserClient, input: InvitationInput): Promise<string> {
  const args = {
    p_email: input.email,
    p_full_name: input.full_name,
    p_language: input.language,
    p_role: input.role,
    p_gym_id: input.gym_id ?? null,
    p_franchise_id: input.franchise_id ?? null,
  };
  return callRpc(db, 'invite_person', args, z.guid());
}

/**
 * Sends an open invitation again, in one's own name and for seven days from now. Throws `not_found`, `forbidden`,
 * `customer_suspended`, `conflict` when it is over, `rate_limited` within two minutes of the last time.
 */
export async function resendInvitation(db: UserClient, id: string): Promise<void> {
  await callRpc(db, 'resend_invitation', { p_id: id }, z.unknown());
}

/** Takes an open invitation back; its link opens nothing any more. Throws `not_found`, `forbidden`, `conflict`. */
export async function revokeInvitation(db: UserClient, id: string): Promise<void> {
  await callRpc(db, 'revoke_invitation', { p_id: id }, z.unknown());
}
