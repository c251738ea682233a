import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { everyPage } from '@/lib/utils/every-page';
import type { GymFilter } from './filter';
import { type GymList, gymListSchema } from './schemas';

/**
 * A page of every gym of the platform with the counts of every view. Throws `forbidden`, `mfa_required`, `not_found`
 * for an unknown franchise.
 */
export function listGyms(db: UserClient, filter: GymFilter, limit = 50): Promise<GymList> {
  const args = {
    p_search: filter.search ?? null,
    p_view: filter.view,
    p_franchise_id: filter.franchise ?? null,
    p_plan: filter.plan ?? null,
    p_sort: filter.sort,
    p_cursor: filter.cursor ?? null,
    p_limit: limit,
  };
  return callRpc(db, 'list_gyms', args, gymListSchema);
}

/** All gyms of a filter, a page at a time. */
export const everyGym = (db: UserClient, filter: GymFilter) =>
  everyPage((cursor) => listGyms(db, { ...filter, cursor }, 100));
