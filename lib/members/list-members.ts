import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { badgeForms } from './badge-forms';
import { hashBadge } from './badge-hash';
import type { MemberFilter } from './filter';
import { MOST_CHANGED, type Member, type MemberList, memberListSchema, memberRowsSchema } from './schemas';

export const MEMBERS_PER_PAGE = 50;
const ROWS_AT_ONCE = 2_000;

/** What a reader may have typed into the search, as the database knows badges. */
function badgeHashes(search: string | undefined): string[] | undefined {
  if (!search || !/\d/.test(search)) return undefined;
  const forms = badgeForms(search);
  return forms.ok ? forms.canonical.map(hashBadge) : undefined;
}

const asked = (gymId: string, filter: MemberFilter, limit: number) => ({
  p_gym_id: gymId,
  p_filter: {
    view: filter.view,
    search: filter.search,
    badge_hashes: badgeHashes(filter.search),
    level: filter.level,
    type: filter.type,
    state: filter.state,
    kind: filter.kind,
    consent: filter.consent,
    visited_from: filter.from,
    visited_to: filter.to,
    ids: filter.ids,
  },
  p_sort: filter.sort,
  p_cursor: filter.cursor ?? null,
  p_limit: limit,
});

/**
 * A page of a gym's members with the counts of every view. Throws `not_found`, `mfa_required`, `invalid_input`,
 * `forbidden` (the deleted ones, for the team).
 */
export function listMembers(
  db: UserClient,
  gymId: string,
  filter: MemberFilter,
  limit = MEMBERS_PER_PAGE,
): Promise<MemberList> {
  return callRpc(db, 'list_members', { ...asked(gymId, filter, limit), p_counts: true }, memberListSchema);
}

/** Rows without counts, 2,000 at most. Throws as `listMembers`. */
function memberRows(db: UserClient, gymId: string, filter: MemberFilter, limit: number) {
  return callRpc(db, 'list_members', { ...asked(gymId, filter, limit), p_counts: false }, memberRowsSchema);
}

/** All members of a filter, 2,000 at a time. */
export async function* everyMember(
  db: UserClient,
  gymId: string,
  filter: MemberFilter,
): AsyncGenerator<Member[]> {
  let cursor: string | undefined;
  do {
    const page = await memberRows(db, gymId, { ...filter, cursor }, ROWS_AT_ONCE);
    yield page.rows;
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
}

/** The first 500 members of a filter, as many as one change takes, and whether there are more. */
export async function memberIds(
  db: UserClient,
  gymId: string,
  filter: MemberFilter,
): Promise<{ ids: string[]; more: boolean }> {
  const page = await memberRows(db, gymId, { ...filter, cursor: undefined }, MOST_CHANGED);
  return { ids: page.rows.map(({ id }) => id), more: page.next_cursor !== null };
}
