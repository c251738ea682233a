import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type Duplicate, duplicateSchema } from './schemas';
import {
  type DuplicatesInput,
  type MemberChanges,
  type MergeInput,
  type NewMember,
  type Saved,
  savedSchema,
} from './values';

/**
 * Adds a member; answers the id. Throws `not_found`, `forbidden`, `customer_suspended`, `consent_missing`,
 * `invalid_input` with the field.
 */
export function createMember(db: UserClient, { gym_id, values }: NewMember): Promise<string> {
  return callRpc(db, 'create_member', { p_gym_id: gym_id, p_values: values }, z.guid());
}

/**
 * Writes the changed fields, or nothing where somebody else changed one of them meanwhile: `theirs` then holds their
 * values. Throws `not_found`, `forbidden`, `customer_suspended`, `conflict` (deleted), `consent_missing`, `invalid_input`.
 */
export function saveMember(db: UserClient, id: string, { base, changes }: MemberChanges): Promise<Saved> {
  return callRpc(db, 'save_member', { p_id: id, p_base: base, p_changes: changes }, savedSchema);
}

/** Up to five members who share e-mail, phone, or name and birth date. Throws `not_found`, `forbidden`, `customer_suspended`. */
export function findDuplicates(
  db: UserClient,
  { gym_id, values, except }: DuplicatesInput,
): Promise<Duplicate[]> {
  const args = { p_gym_id: gym_id, p_values: values, p_except: except ?? null };
  return callRpc(db, 'find_duplicates', args, z.array(duplicateSchema));
}

/** Takes a member out of every list, for 30 days until they are erased. Throws `not_found`, `forbidden`, `customer_suspended`, `conflict`. */
export async function deleteMember(db: UserClient, id: string): Promise<void> {
  await callRpc(db, 'delete_member', { p_id: id }, z.unknown());
}

/** Brings a deleted member back. Throws as `deleteMember`; `conflict` also when it is too late or their number is taken. */
export async function restoreMember(db: UserClient, id: string): Promise<void> {
  await callRpc(db, 'restore_member', { p_id: id }, z.unknown());
}

/**
 * Makes two members one; what hangs on `drop_id` moves to `keep`. Throws `not_found` (either id), `forbidden`,
 * `customer_suspended`, `conflict` (deleted meanwhile), `invalid_input`.
 */
export async function mergeMembers(
  db: UserClient,
  keep: string,
  { drop_id, values }: MergeInput,
): Promise<void> {
  await callRpc(db, 'merge_members', { p_keep: keep, p_drop: drop_id, p_values: values }, z.unknown());
}
