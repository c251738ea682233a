import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';

/** Tells the signed-in person by mail what has just changed about their sign-in. */
export async function noteSecurityMail(
  db: UserClient,
  kind: 'password_changed' | 'mfa_removed',
): Promise<void> {
  await callRpc(db, 'note_security_mail', { p_kind: kind }, z.unknown());
}
