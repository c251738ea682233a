import { oneOf, param, type RawParams } from '@/lib/utils/search-params';
import { type AlertTab, type AlertType, alertTabs, alertTypes } from './schemas';

export interface AlertFilter {
  tab: AlertTab;
  type: AlertType | undefined;
  search: string | undefined;
  cursor: string | undefined;
}

/** The inbox's state as the address holds it; what is not understood falls back to the open alerts. */
export function alertFilter(raw: RawParams): AlertFilter {
  return {
    tab: oneOf(raw, 'tab', alertTabs, 'todo'),
    type: oneOf(raw, 'type', alertTypes, undefined),
    search: param(raw, 'search')?.slice(0, 100),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function alertQuery(filter: AlertFilter): Record<string, string | undefined> {
  return { ...filter, tab: filter.tab === 'todo' ? undefined : filter.tab };
}
