import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type Team, teamSchema } from './schemas';

/**
 * The people of a gym (of its customer, for those above the gym), their open invitations and what the reader may do
 * with each, in one round trip. Throws `not_found`, `mfa_required`.
 */
export function listTeam(db: UserClient, gymId: string): Promise<Team> {
  return callRpc(db, 'list_team', { p_gym_id: gymId }, teamSchema);
}
