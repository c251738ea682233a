import { day, oneOf, param, type RawParams, rowId } from '@/lib/utils/search-params';
import { type EntryView, entryViews } from './schemas';

export interface EntryFilter {
  view: EntryView;
  kiosk: string | undefined;
  /** `YYYY-MM-DD`, or `all`; without one it is today, and with a person every day. */
  day: string | undefined;
  /** Id of a member. */
  person: string | undefined;
  search: string | undefined;
  cursor: string | undefined;
}

/** The log's state as the address holds it; what is not understood falls back to today's reads. */
export function entryFilter(raw: RawParams): EntryFilter {
  return {
    view: oneOf(raw, 'view', entryViews, 'all'),
    kiosk: rowId(raw, 'kiosk'),
    day: param(raw, 'day') === 'all' ? 'all' : day(raw, 'day'),
    person: rowId(raw, 'person'),
    search: param(raw, 'search')?.slice(0, 100),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function entryQuery(filter: EntryFilter): Record<string, string | undefined> {
  return { ...filter, view: filter.view === 'all' ? undefined : filter.view };
}
