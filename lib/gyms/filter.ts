import { oneOf, param, type RawParams, rowId } from '@/lib/utils/search-params';
import { type CustomerPlan, customerPlans, type GymSort, type GymView, gymSorts, gymViews } from './schemas';

export interface GymFilter {
  view: GymView;
  sort: GymSort;
  plan: CustomerPlan | undefined;
  franchise: string | undefined;
  search: string | undefined;
  cursor: string | undefined;
}

/** The list's state as the address holds it; what is not understood falls back to the plain list. */
export function gymFilter(raw: RawParams): GymFilter {
  return {
    view: oneOf(raw, 'view', gymViews, 'all'),
    sort: oneOf(raw, 'sort', gymSorts, 'name'),
    plan: oneOf(raw, 'plan', customerPlans, undefined),
    franchise: rowId(raw, 'franchise'),
    search: param(raw, 'search')?.slice(0, 100),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function gymQuery(filter: GymFilter): Record<string, string | undefined> {
  return {
    ...filter,
    view: filter.view === 'all' ? undefined : filter.view,
    sort: filter.sort === 'name' ? undefined : filter.sort,
  };
}
