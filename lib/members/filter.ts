import { oneOf, param, type RawParams } from '@/lib/utils/search-params';
import {
  type MemberLevel,
  type MemberSort,
  type MemberView,
  memberLevels,
  memberSorts,
  memberViews,
} from './schemas';

export interface MemberFilter {
  view: MemberView;
  sort: MemberSort;
  level: MemberLevel | undefined;
  search: string | undefined;
  cursor: string | undefined;
}

/** The list's state as the address holds it; what is not understood falls back to the plain list. */
export function memberFilter(raw: RawParams): MemberFilter {
  return {
    view: oneOf(raw, 'view', memberViews, 'all'),
    sort: oneOf(raw, 'sort', memberSorts, 'risk'),
    level: oneOf(raw, 'level', memberLevels, undefined),
    search: param(raw, 'search')?.slice(0, 100),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function memberQuery(filter: MemberFilter): Record<string, string | undefined> {
  return {
    view: filter.view === 'all' ? undefined : filter.view,
    search: filter.search,
    level: filter.level,
    sort: filter.sort === 'risk' ? undefined : filter.sort,
    cursor: filter.cursor,
  };
}
