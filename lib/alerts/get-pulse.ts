import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';

const pulse = z.object({ version: z.string(), desk: z.string() });
export type Pulse = z.infer<typeof pulse>;

/**
 * A `version` that changes whenever alerts or conversations of the gym do, and a `desk` that changes whenever somebody
 * comes, leaves or is told something; cheap enough to be asked every few seconds.
 */
export function getPulse(db: UserClient, gymId: string): Promise<Pulse> {
  return callRpc(db, 'dashboard_pulse', { p_gym_id: gymId }, pulse);
}
