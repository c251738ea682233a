import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { param, oneOf, type RawParams } from '@/lib/utils/search-params';
import {
  type MemberPage,
  type MemberTab,
  type MergePage,
  memberPageSchema,
  memberTabs,
  mergePageSchema,
} from './schemas';

export interface HistoryFilter {
  tab: MemberTab;
  cursor: string | undefined;
}

/** The history's state as the address holds it; what is not understood falls back to everything. */
export function historyFilter(raw: RawParams): HistoryFilter {
  return { tab: oneOf(raw, 'tab', memberTabs, 'all'), cursor: param(raw, 'cursor') };
}

/** Everything of a member's page in one round trip. Throws `not_found`, `mfa_required`, `invalid_input` (cursor). */
export function getMember(
  db: UserClient,
  id: string,
  filter: HistoryFilter = { tab: 'all', cursor: undefined },
  limit = 30,
): Promise<MemberPage> {
  const args = { p_id: id, p_tab: filter.tab, p_cursor: filter.cursor ?? null, p_limit: limit };
  return callRpc(db, 'get_member', args, memberPageSchema);
}

/**
 * Both sides of a merge, and who could be the other. Throws `not_found` (either id), `forbidden`, `customer_suspended`,
 * `mfa_required`.
 */
export function getMerge(
  db: UserClient,
  id: string,
  other: string | undefined,
  search: string | undefined,
): Promise<MergePage> {
  const args = { p_id: id, p_other: other ?? null, p_search: search ?? null };
  return callRpc(db, 'get_merge', args, mergePageSchema);
}
