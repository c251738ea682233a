import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { kioskChangesSchema, kioskCommandSchema } from './schemas';

const saved = z.object({ version: z.int() });
const asked = z.object({ id: z.guid() });

/** Saves what was changed of a kiosk. Throws `not_found`, `forbidden`, `conflict` (somebody was faster), `invalid_input`. */
export function saveKiosk(
  db: UserClient,
  kioskId: string,
  { version, changes }: z.infer<typeof kioskChangesSchema>,
): Promise<z.infer<typeof saved>> {
  const args = { p_kiosk_id: kioskId, p_config_version: version, p_changes: changes };
  return callRpc(db, 'save_kiosk', args, saved);
}

/** Asks a kiosk for something with its next heartbeat. Throws `not_found`, `forbidden`, `conflict` (it is not paired). */
export function commandKiosk(
  db: UserClient,
  kioskId: string,
  order: z.infer<typeof kioskCommandSchema>,
): Promise<z.infer<typeof asked>> {
  const value = 'value' in order ? order.value : null;
  const args = { p_kiosk_id: kioskId, p_command: order.command, p_value: value };
  return callRpc(db, 'command_kiosk', args, asked);
}

/** Gives a kiosk a new token with its next heartbeat. Throws `not_found`, `forbidden`, `conflict` (it is not paired). */
export async function rotateKioskToken(db: UserClient, kioskId: string): Promise<void> {
  await callRpc(db, 'rotate_kiosk_token', { p_kiosk_id: kioskId }, z.unknown());
}
