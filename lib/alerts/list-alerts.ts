import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { AlertFilter } from './filter';
import { type AlertList, alertListSchema } from './schemas';

export const ALERTS_PER_PAGE = 50;

/** A page of a gym's alerts with the counts of every tab and the people an alert can be given to. */
export function listAlerts(db: UserClient, gymId: string, filter: AlertFilter): Promise<AlertList> {
  const args = {
    p_gym_id: gymId,
    p_tab: filter.tab,
    p_type: filter.type ?? null,
    p_search: filter.search ?? null,
    p_cursor: filter.cursor ?? null,
    p_limit: ALERTS_PER_PAGE,
  };
  return callRpc(db, 'list_alerts', args, alertListSchema);
}
