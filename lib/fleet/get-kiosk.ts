import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type curveHours, type KioskDetail, kioskDetailSchema } from './schemas';

/** Everything about one kiosk, its curves over the last hours. A foreign one is `not_found`. */
export function getKiosk(
  db: UserClient,
  kioskId: string,
  hours: (typeof curveHours)[number],
): Promise<KioskDetail> {
  return callRpc(db, 'get_kiosk', { p_kiosk_id: kioskId, p_hours: hours }, kioskDetailSchema);
}

const pulse = z.object({ version: z.string() });

/** A version that changes when the kiosk is heard, changed or has done something. Throws `not_found`. */
export async function kioskVersion(db: UserClient, kioskId: string): Promise<string> {
  return (await callRpc(db, 'get_kiosk_pulse', { p_kiosk_id: kioskId }, pulse)).version;
}
