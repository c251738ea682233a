import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { everyPage } from '@/lib/utils/every-page';
import type { UserFilter } from './filter';
import { type UserList, userListSchema } from './schemas';

/**
 * A page of everybody who signs in or is invited, with the counts of every view. Throws `forbidden`, `mfa_required`,
 * `not_found` for an unknown customer.
 */
export function listUsers(db: UserClient, filter: UserFilter, limit = 50): Promise<UserList> {
  const args = {
    p_search: filter.search ?? null,
    p_view: filter.view,
    p_role: filter.role ?? null,
    p_customer_id: filter.customer ?? null,
    p_sort: filter.sort,
    p_cursor: filter.cursor ?? null,
    p_limit: limit,
  };
  return callRpc(db, 'list_users', args, userListSchema);
}

/** Everybody of a filter, a page at a time. */
export const everyUser = (db: UserClient, filter: UserFilter) =>
  everyPage((cursor) => listUsers(db, { ...filter, cursor }, 100));
