import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { ConsentInput } from './schemas';

/**
 * Puts a new version of a text in force, in all languages at once; earlier versions stay for the receipts. Throws
 * `not_found`, `forbidden`, `customer_suspended`, `conflict` when another version is in force than was seen,
 * `invalid_input` with the field.
 */
export function publishConsentText(db: UserClient, input: ConsentInput): Promise<{ version: string }> {
  const args = {
    p_gym_id: input.gym_id,
    p_purpose: input.purpose,
    p_seen_version: input.seen_version,
    p_texts: input.texts,
    p_asks_again: input.asks_again,
  };
  return callRpc(db, 'publish_consent_text', args, z.object({ version: z.string() }));
}
