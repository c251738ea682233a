import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { everyPage } from '@/lib/utils/every-page';
import type { FranchiseFilter } from './filter';
import { type FranchiseList, franchiseListSchema } from './schemas';

/** A page of the platform's franchises with the counts of every view. Throws `forbidden`, `mfa_required`. */
export function listFranchises(db: UserClient, filter: FranchiseFilter, limit = 50): Promise<FranchiseList> {
  const args = {
    p_search: filter.search ?? null,
    p_view: filter.view,
    p_plan: filter.plan ?? null,
    p_sort: filter.sort,
    p_cursor: filter.cursor ?? null,
    p_limit: limit,
  };
  return callRpc(db, 'list_franchises', args, franchiseListSchema);
}

/** All franchises of a filter, a page at a time. */
export const everyFranchise = (db: UserClient, filter: FranchiseFilter) =>
  everyPage((cursor) => listFranchises(db, { ...filter, cursor }, 100));
