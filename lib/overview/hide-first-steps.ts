import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';

/**
 * Puts a gym's list of first steps away for everybody there, or takes it out again. Throws `not_found`, `forbidden`,
 * `customer_suspended`.
 */
export async function hideFirstSteps(
  db: UserClient,
  { gym_id, hidden }: { gym_id: string; hidden: boolean },
): Promise<void> {
  await callRpc(db, 'hide_first_steps', { p_gym_id: gym_id, p_hidden: hidden }, z.unknown());
}
