import 'server-only';
import type { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type DaysInput, daysBefore } from './schemas';

/**
 * Settles days that are not like their weekday, or lets them be so again; answers them as they were, so that the same
 * call takes it back. Throws `not_found`, `forbidden`, `customer_suspended`, `conflict` when a day has changed since it
 * was seen, `invalid_input` with `days.N.field`.
 */
export function setHoursExceptions(
  db: UserClient,
  { gym_id, days }: DaysInput,
): Promise<z.infer<typeof daysBefore>> {
  return callRpc(db, 'set_hours_exceptions', { p_gym_id: gym_id, p_days: days }, daysBefore);
}
