import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { assertKnown } from './known-values';
import { type Held, heldSettings, type SettingsInput } from './schemas';

/**
 * Changes settings that are still as they were seen, and answers all of them. Throws `not_found`, `forbidden` (also for
 * an owner who would let themselves read conversations), `conflict` when somebody else changed one of them meanwhile,
 * `customer_suspended`, `invalid_input` with the key.
 */
export function saveGymSettings(db: UserClient, { gym_id, seen, changes }: SettingsInput): Promise<Held> {
  assertKnown(changes);
  const args = { p_gym_id: gym_id, p_seen: seen, p_changes: changes };
  return callRpc(db, 'save_gym_settings', args, heldSettings);
}
