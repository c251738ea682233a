import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { PersonChange } from './schemas';

/**
 * Gives somebody another role with its scope, or deactivates and reactivates them; who is deactivated is signed out
 * everywhere at once. Throws `forbidden` (oneself, or a role above one's own), `not_found` (somebody outside one's
 * scope, before or after), `last_owner` (nobody would be left in charge), `customer_suspended`.
 */
export async function changePerson(db: UserClient, id: string, change: PersonChange): Promise<void> {
  if (change.active !== undefined) {
    await callRpc(db, 'set_person_active', { p_id: id, p_active: change.active }, z.unknown());
    return;
  }
  const args = {
    p_id: id,
    p_role: change.role ?? null,
    p_gym_id: change.gym_id ?? null,
    p_franchise_id: change.franchise_id ?? null,
  };
  await callRpc(db, 'set_person_role', args, z.unknown());
}
