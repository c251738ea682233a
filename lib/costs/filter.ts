import { oneOf, param, type RawParams } from '@/lib/utils/search-params';
import { type CostSort, type CostView, costSorts, costViews } from './schemas';

export interface CostFilter {
  view: CostView;
  sort: CostSort;
  search: string | undefined;
  cursor: string | undefined;
}

/** The list's state as the address holds it; what is not understood falls back to the plain list. */
export function costFilter(raw: RawParams): CostFilter {
  return {
    view: oneOf(raw, 'view', costViews, 'all'),
    sort: oneOf(raw, 'sort', costSorts, 'spent'),
    search: param(raw, 'search')?.slice(0, 100),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function costQuery(filter: CostFilter): Record<string, string | undefined> {
  return {
    ...filter,
    view: filter.view === 'all' ? undefined : filter.view,
    sort: filter.sort === 'spent' ? undefined : filter.sort,
  };
}
