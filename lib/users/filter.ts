import type { Role } from '@/lib/auth/actor';
import { type TeamStatus, teamRoles } from '@/lib/team';
import { oneOf, param, type RawParams, rowId } from '@/lib/utils/search-params';
import { type UserRow, type UserSort, type UserView, userSorts, userViews } from './schemas';

export interface UserFilter {
  view: UserView;
  sort: UserSort;
  role: Role | undefined;
  /** Id of a franchise, or of a gym that is its own customer. */
  customer: string | undefined;
  search: string | undefined;
  cursor: string | undefined;
}

/** The list's state as the address holds it; what is not understood falls back to the plain list. */
export function userFilter(raw: RawParams): UserFilter {
  return {
    view: oneOf(raw, 'view', userViews, 'all'),
    sort: oneOf(raw, 'sort', userSorts, 'name'),
    role: oneOf(raw, 'role', teamRoles, undefined),
    customer: rowId(raw, 'customer'),
    search: param(raw, 'search')?.slice(0, 100),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function userQuery(filter: UserFilter): Record<string, string | undefined> {
  return {
    ...filter,
    view: filter.view === 'all' ? undefined : filter.view,
    sort: filter.sort === 'name' ? undefined : filter.sort,
  };
}

/** The state of a line in the team's words: an invitation may have run out, or its mail failed for good. */
export function userStatus({ state, is_expired, mail }: UserRow): TeamStatus {
  if (state !== 'invited') return state;
  if (is_expired) return 'expired';
  return mail === 'failed' ? 'undelivered' : 'invited';
}
