import { day, oneOf, param, type RawParams, rowId } from '@/lib/utils/search-params';
import { columnsOf, columnsQuery, type MemberColumn } from './columns';
import {
  type MemberConsent,
  type MemberKind,
  type MemberLevel,
  type MemberSort,
  type MemberState,
  type MemberView,
  memberConsents,
  memberKinds,
  memberLevels,
  memberSorts,
  memberStates,
  memberViews,
} from './schemas';

export interface MemberFilter {
  view: MemberView;
  sort: MemberSort;
  level: MemberLevel | undefined;
  /** The type of membership, word for word. */
  type: string | undefined;
  state: MemberState | undefined;
  kind: MemberKind | undefined;
  consent: MemberConsent | undefined;
  /** Last visit on this day or after it, on that day or before it. */
  from: string | undefined;
  to: string | undefined;
  search: string | undefined;
  columns: MemberColumn[];
  /** The saved view that the address began with. */
  saved: string | undefined;
  /** These members alone; never from an address. */
  ids?: string[] | undefined;
  cursor: string | undefined;
}

/** A search is sorted by its best match, the list by risk, until somebody chooses. */
export const usualSort = (search: string | undefined): MemberSort => (search ? 'match' : 'risk');

/** The list's state as the address holds it; what is not understood falls back to the plain list. */
export function memberFilter(raw: RawParams): MemberFilter {
  const search = param(raw, 'search')?.slice(0, 100);
  const sort = oneOf(raw, 'sort', memberSorts, usualSort(search));
  return {
    view: oneOf(raw, 'view', memberViews, 'all'),
    sort: sort === 'match' ? usualSort(search) : sort,
    level: oneOf(raw, 'level', memberLevels, undefined),
    type: param(raw, 'type')?.slice(0, 80),
    state: oneOf(raw, 'state', memberStates, undefined),
    kind: oneOf(raw, 'kind', memberKinds, undefined),
    consent: oneOf(raw, 'consent', memberConsents, undefined),
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    search,
    columns: columnsOf(raw),
    saved: rowId(raw, 'saved'),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function memberQuery(filter: MemberFilter): Record<string, string | undefined> {
  return {
    view: filter.view === 'all' ? undefined : filter.view,
    search: filter.search,
    level: filter.level,
    type: filter.type,
    state: filter.state,
    kind: filter.kind,
    consent: filter.consent,
    from: filter.from,
    to: filter.to,
    sort: filter.sort === usualSort(filter.search) ? undefined : filter.sort,
    columns: columnsQuery(filter.columns),
    saved: filter.saved,
    cursor: filter.cursor,
  };
}

/** Whether anything but a view narrows the list. */
export const isNarrowed = ({ search, level, type, state, kind, consent, from, to }: MemberFilter): boolean =>
  Boolean(search ?? level ?? type ?? state ?? kind ?? consent ?? from ?? to);

/** The filter as the address keeps it for a saved view: neither its page nor the view it came from. */
export function viewQuery(filter: MemberFilter): Record<string, string> {
  const kept = Object.entries(memberQuery({ ...filter, cursor: undefined, saved: undefined }));
  return Object.fromEntries(kept.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Whether two filters show the same list, whatever page they are on. */
export const isSameView = (one: Record<string, string>, other: Record<string, string>): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
