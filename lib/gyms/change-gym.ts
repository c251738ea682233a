import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { GymChanges, Maintenance, NewGym } from './schemas';

const saved = z.object({ updated_at: z.string() });

/** Opens a gym in a franchise; answers its id. Throws `not_found`, `invalid_input`, and what the plan refuses. */
export function createGym(db: UserClient, franchiseId: string, { name, city }: NewGym): Promise<string> {
  const args = { p_franchise_id: franchiseId, p_name: name, p_city: city ?? null };
  return callRpc(db, 'create_gym', args, z.guid());
}

/**
 * Changes a gym's name plate; answers its new version. Throws `not_found`, `conflict` when somebody changed it after
 * `version`, `invalid_input`.
 */
export function saveGym(
  db: UserClient,
  id: string,
  { version, ...changes }: GymChanges,
): Promise<{ updated_at: string }> {
  return callRpc(db, 'save_gym', { p_gym_id: id, p_version: version, p_changes: changes }, saved);
}

/** Puts a gym into maintenance, or ends it. Throws `not_found`, `customer_suspended` while the gym is on hold. */
export async function setMaintenance(
  db: UserClient,
  id: string,
  { on, message }: Maintenance,
): Promise<void> {
  await callRpc(
    db,
    'set_gym_maintenance',
    { p_gym_id: id, p_on: on, p_message: message ?? null },
    z.unknown(),
  );
}
