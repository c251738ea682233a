import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type Overview, overviewSchema } from './schemas';

/** Everything the overview of a gym shows, in one round trip. */
export function getOverview(db: UserClient, gymId: string): Promise<Overview> {
  return callRpc(db, 'dashboard_overview', { p_gym_id: gymId }, overviewSchema);
}
