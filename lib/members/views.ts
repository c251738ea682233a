import 'server-only';
import { z } from 'zod';
import { callRpc, databaseRefusal } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { memberFilter, viewQuery } from './filter';

/** The parameters of an address; what is no filter of the list is dropped when the view is kept. */
const query = z
  .record(z.string().max(40), z.string().max(500))
  .transform((raw) => viewQuery(memberFilter(raw)));
const name = z.string().trim().min(1).max(60);

/** Body of POST /api/dashboard/members/views. */
export const newViewSchema = z.strictObject({
  gym_id: z.guid(),
  name,
  query,
  shared: z.boolean().default(false),
});

/** Body of PUT /api/dashboard/members/views/[id]; what is left out stays. */
export const viewChangeSchema = z
  .strictObject({ name: name.optional(), query: query.optional(), shared: z.boolean().optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), { path: ['name'] });

const savedViewSchema = z.object({
  id: z.guid(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  is_shared: z.boolean(),
  owner_id: z.guid(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** The reader's own views of a gym's list and those shared with the gym, by name. */
export async function listViews(db: UserClient, gymId: string): Promise<SavedView[]> {
  const { data, error, status } = await db
    .from('member_views')
    .select('id, name, query, is_shared, owner_id')
    .eq('gym_id', gymId)
    .order('name')
    .limit(200);
  if (error) throw databaseRefusal(error, status);
  return z.array(savedViewSchema).parse(data);
}

/**
 * Keeps a view; its id. Throws `conflict` (a view of that name is there), `invalid_input` (`count`: twenty are the
 * most), `forbidden` (sharing is for managers), `customer_suspended`, `not_found`.
 */
export function saveView(db: UserClient, view: z.infer<typeof newViewSchema>): Promise<string> {
  const args = { p_gym_id: view.gym_id, p_name: view.name, p_query: view.query, p_shared: view.shared };
  return callRpc(db, 'save_member_view', args, z.guid());
}

/** Renames a view, gives it another content, shares it or not. Throws `not_found`, `forbidden`, `conflict`. */
export async function changeView(
  db: UserClient,
  id: string,
  change: z.infer<typeof viewChangeSchema>,
): Promise<void> {
  const args = {
    p_id: id,
    p_name: change.name ?? null,
    p_query: change.query ?? null,
    p_shared: change.shared ?? null,
  };
  await callRpc(db, 'change_member_view', args, z.unknown());
}

/** Forgets a view. Throws `not_found`, `forbidden`. */
export async function deleteView(db: UserClient, id: string): Promise<void> {
  await callRpc(db, 'delete_member_view', { p_id: id }, z.unknown());
}
