import { oneOf, param, type RawParams } from '@/lib/utils/search-params';
import { customerKinds, customerStates, planNames } from './schemas';

export const customerSorts = ['name', 'newest', 'trial'] as const;
export const customerViews = ['all', ...customerStates] as const;

export interface CustomerFilter {
  search: string | undefined;
  state: (typeof customerStates)[number] | undefined;
  plan: (typeof planNames)[number] | undefined;
  kind: (typeof customerKinds)[number] | undefined;
  sort: (typeof customerSorts)[number];
  cursor: string | undefined;
}

/** The list's state as the address holds it; what is not understood falls back to the plain list. */
export function customerFilter(raw: RawParams): CustomerFilter {
  return {
    search: param(raw, 'search')?.slice(0, 100),
    state: oneOf(raw, 'state', customerStates, undefined),
    plan: oneOf(raw, 'plan', planNames, undefined),
    kind: oneOf(raw, 'kind', customerKinds, undefined),
    sort: oneOf(raw, 'sort', customerSorts, 'name'),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function customerQuery(filter: CustomerFilter): Record<string, string | undefined> {
  return { ...filter, sort: filter.sort === 'name' ? undefined : filter.sort };
}
