import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';

const pulse = z.object({ version: z.string() });

/** A version that changes whenever alerts or conversations of the gym do; cheap enough to be asked every few seconds. */
export async function getPulse(db: UserClient, gymId: string): Promise<string> {
  return (await callRpc(db, 'dashboard_pulse', { p_gym_id: gymId }, pulse)).version;
}
