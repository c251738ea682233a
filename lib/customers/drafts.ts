import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type DraftInput, type DraftPage, draftPageSchema } from './schemas';

/** A draft with the plans to choose from, and what was made of it; no draft under an id that is new or was discarded. */
export function getDraft(db: UserClient, id: string): Promise<DraftPage> {
  return callRpc(db, 'get_customer_draft', { p_draft_id: id }, draftPageSchema);
}

/** Keeps the answers of a step beside those that are there. Throws `forbidden`, `conflict` once it is made or discarded. */
export async function saveDraft(db: UserClient, id: string, { step, ...data }: DraftInput): Promise<void> {
  await callRpc(db, 'save_customer_draft', { p_id: id, p_step: step, p_data: data }, z.unknown());
}

/** Throws a draft away, or takes it back. Throws `not_found`, `conflict` once it is made. */
export async function discardDraft(db: UserClient, id: string, discarded: boolean): Promise<void> {
  const args = { p_draft_id: id, p_discarded: discarded };
  await callRpc(db, 'discard_customer_draft', args, z.unknown());
}

/**
 * Makes the customer of a draft with its first gym, the invitation of whoever runs it, and the kiosk, all or nothing;
 * answers the customer's id, the same one for the same draft. Throws `not_found`, `invalid_input` with the answer that
 * is missing or wrong, `conflict` when somebody has the owner's address, `plan_limit`, `rate_limited`.
 */
export function createCustomer(db: UserClient, id: string): Promise<string> {
  return callRpc(db, 'create_customer', { p_draft_id: id }, z.guid());
}
