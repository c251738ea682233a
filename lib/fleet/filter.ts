import { oneOf, param, type RawParams, rowId } from '@/lib/utils/search-params';
import { curveHours, kioskSorts, kioskStates, kioskViews } from './schemas';

export interface KioskFilter {
  view: (typeof kioskViews)[number];
  state: (typeof kioskStates)[number] | undefined;
  sort: (typeof kioskSorts)[number];
  /** Id of a gym; without one every gym that the reader may open. */
  gym: string | undefined;
  search: string | undefined;
  cursor: string | undefined;
}

/** The list's state as the address holds it; what is not understood falls back to the whole fleet. */
export function kioskFilter(raw: RawParams): KioskFilter {
  return {
    view: oneOf(raw, 'view', kioskViews, 'all'),
    state: oneOf(raw, 'state', kioskStates, undefined),
    sort: oneOf(raw, 'sort', kioskSorts, 'state'),
    gym: rowId(raw, 'gym'),
    search: param(raw, 'search')?.slice(0, 100),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function kioskQuery(filter: KioskFilter): Record<string, string | undefined> {
  return {
    ...filter,
    view: filter.view === 'all' ? undefined : filter.view,
    sort: filter.sort === 'state' ? undefined : filter.sort,
  };
}

/** How many hours the curves show: a day, a week, a month. */
export const hoursOf = (raw: RawParams): (typeof curveHours)[number] =>
  curveHours.find((hours) => String(hours) === param(raw, 'hours')) ?? 24;
