import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type ClassWeek, classWeekSchema } from './schemas';

/**
 * A week of a gym's classes, its classes themselves, and one date with its guests, in one round trip.
 * @param week any day `YYYY-MM-DD` of the week; this week without one
 * Throws `not_found`, `mfa_required`.
 */
export function listClasses(db: UserClient, gymId: string, week?: string, open?: string): Promise<ClassWeek> {
  const args = { p_gym_id: gymId, p_week: week ?? null, p_open: open ?? null };
  return callRpc(db, 'list_classes', args, classWeekSchema);
}
