import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';

/** Body of POST /api/admin/gyms/[id]/kiosks; the location is where in the gym it stands. */
export const newKioskSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  location: z.string().trim().max(120).optional(),
});

const made = z.object({ id: z.guid(), slug: z.string() });

/** Adds a kiosk to a gym, to be paired. Throws `not_found`, `invalid_input`, and what the plan refuses. */
export function createKiosk(
  db: UserClient,
  gymId: string,
  { name, location }: z.infer<typeof newKioskSchema>,
): Promise<z.infer<typeof made>> {
  const args = { p_gym_id: gymId, p_name: name, p_location: location ?? null };
  return callRpc(db, 'create_kiosk', args, made);
}
