import { type CustomerPlan, customerPlans } from '@/lib/gyms/schemas';
import { oneOf, param, type RawParams } from '@/lib/utils/search-params';
import { type FranchiseSort, type FranchiseView, franchiseSorts, franchiseViews } from './schemas';

export interface FranchiseFilter {
  view: FranchiseView;
  sort: FranchiseSort;
  plan: CustomerPlan | undefined;
  search: string | undefined;
  cursor: string | undefined;
}

/** The list's state as the address holds it; what is not understood falls back to the plain list. */
export function franchiseFilter(raw: RawParams): FranchiseFilter {
  return {
    view: oneOf(raw, 'view', franchiseViews, 'all'),
    sort: oneOf(raw, 'sort', franchiseSorts, 'name'),
    plan: oneOf(raw, 'plan', customerPlans, undefined),
    search: param(raw, 'search')?.slice(0, 100),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function franchiseQuery(filter: FranchiseFilter): Record<string, string | undefined> {
  return {
    ...filter,
    view: filter.view === 'all' ? undefined : filter.view,
    sort: filter.sort === 'name' ? undefined : filter.sort,
  };
}
