import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type GymPage, gymPageSchema } from './schemas';

/** A gym as the platform sees it: plate, kiosks, team, maintenance, last changes. Throws `not_found`, `mfa_required`. */
export function getGym(db: UserClient, id: string): Promise<GymPage> {
  return callRpc(db, 'get_gym', { p_gym_id: id }, gymPageSchema);
}
