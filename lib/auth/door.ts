import 'server-only';
import { z } from 'zod';
import { adminClient } from '@/lib/supabase/admin';
import { callRpc } from '@/lib/supabase/call';

/**
 * Asks for a mail with a link to a new password. Does the same work and says the same for an address that nobody has;
 * the one thing that is asked of the database before anybody has signed in.
 */
export async function requestPasswordReset(email: string): Promise<void> {
  await callRpc(adminClient(), 'request_password_reset', { p_email: email }, z.unknown());
}
