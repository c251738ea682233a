import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { consentVersion } from '@/lib/voice/schemas';
import type { ConsentInput } from './consent-schemas';
import type { NoteChange, NoteInput } from './note-schemas';

/**
 * Adds a note, or a contact with its outcome; answers the id. Throws `not_found`, `forbidden`, `customer_suspended`,
 * `conflict` (the member is deleted), `invalid_input`.
 */
export function addNote(
  db: UserClient,
  memberId: string,
  { kind, text, outcome }: NoteInput,
): Promise<string> {
  const args = { p_member_id: memberId, p_kind: kind, p_text: text || null, p_outcome: outcome ?? null };
  return callRpc(db, 'add_note', args, z.guid());
}

/**
 * Changes one's own note of today, deletes a note or takes that back. Throws `not_found`, `forbidden` (a colleague's, or
 * of another day), `customer_suspended`, `conflict`, `invalid_input`.
 */
export async function changeNote(db: UserClient, id: string, change: NoteChange): Promise<void> {
  if ('deleted' in change) {
    await callRpc(db, 'set_note_deleted', { p_note_id: id, p_deleted: change.deleted }, z.unknown());
    return;
  }
  const args = { p_note_id: id, p_text: change.text || null, p_outcome: change.outcome ?? null };
  await callRpc(db, 'edit_note', args, z.unknown());
}

/**
 * Writes down an answer on paper, with the version of the text that is in force; answers the receipt's id. Throws
 * `not_found`, `forbidden`, `customer_suspended`, `conflict` (the member is deleted).
 */
export function recordConsent(db: UserClient, memberId: string, input: ConsentInput): Promise<string> {
  const args = {
    p_member_id: memberId,
    p_purpose: input.purpose,
    p_granted: input.granted,
    p_language: input.language,
    p_version: consentVersion,
  };
  return callRpc(db, 'record_consent', args, z.guid());
}
