import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { MemberFilter } from './filter';
import { type Member, type MemberList, memberListSchema } from './schemas';

export const MEMBERS_PER_PAGE = 50;

/** A page of a gym's members with the counts of every view. */
export function listMembers(
  db: UserClient,
  gymId: string,
  filter: MemberFilter,
  limit = MEMBERS_PER_PAGE,
): Promise<MemberList> {
  const args = {
    p_gym_id: gymId,
    p_search: filter.search ?? null,
    p_level: filter.level ?? null,
    p_view: filter.view,
    p_sort: filter.sort,
    p_cursor: filter.cursor ?? null,
    p_limit: limit,
  };
  return callRpc(db, 'list_members', args, memberListSchema);
}

/** All members of a filter, a page at a time. */
export async function* everyMember(
  db: UserClient,
  gymId: string,
  filter: MemberFilter,
): AsyncGenerator<Member[]> {
  let cursor: string | undefined;
  do {
    const page = await listMembers(db, gymId, { ...filter, cursor }, 100);
    yield page.rows;
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
}
