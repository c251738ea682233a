import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { hashCode } from './code';
import { newCode } from './new-code';

const answer = z.object({ expires_at: z.string() });

/** Makes a pairing code that replaces the one before; only its hash is stored. A foreign kiosk is `not_found`. */
export async function issueCode(
  db: UserClient,
  kioskId: string,
): Promise<{ code: string; expires_at: string }> {
  const code = newCode();
  const args = { p_kiosk_id: kioskId, p_code_hash: hashCode(code) };
  return { code, ...(await callRpc(db, 'issue_provisioning_code', args, answer)) };
}
