import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type GymSettings, gymSettings } from './schemas';

/** Everything a gym decides for itself, for whoever may open the gym. Throws `not_found`, `mfa_required`. */
export function getGymSettings(db: UserClient, gymId: string): Promise<GymSettings> {
  return callRpc(db, 'get_gym_settings', { p_gym_id: gymId }, gymSettings);
}
