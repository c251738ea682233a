import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { everyPage } from '@/lib/utils/every-page';
import type { CostFilter } from './filter';
import {
  type CostList,
  costListSchema,
  type GymCosts,
  gymCostsSchema,
  type PriceList,
  priceListSchema,
} from './schemas';

/** A page of what each gym's voice has cost this month, with the platform's sums. Throws `forbidden`, `mfa_required`. */
export function listCosts(db: UserClient, filter: CostFilter, limit = 50): Promise<CostList> {
  const args = {
    p_search: filter.search ?? null,
    p_view: filter.view,
    p_sort: filter.sort,
    p_cursor: filter.cursor ?? null,
    p_limit: limit,
  };
  return callRpc(db, 'list_costs', args, costListSchema);
}

/** All gyms of a filter, a page at a time. */
export const everyCost = (db: UserClient, filter: CostFilter) =>
  everyPage((cursor) => listCosts(db, { ...filter, cursor }, 100));

/** Models, rates of the euro and the comparison with the provider. Throws `forbidden`, `mfa_required`. */
export function getPriceList(db: UserClient): Promise<PriceList> {
  return callRpc(db, 'get_price_list', {}, priceListSchema);
}

/** What a gym's voice has cost this month. Throws `not_found`, `forbidden` for the team, `mfa_required`. */
export function getGymCosts(db: UserClient, gymId: string): Promise<GymCosts> {
  return callRpc(db, 'get_gym_costs', { p_gym_id: gymId }, gymCostsSchema);
}
