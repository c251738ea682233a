import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type Desk, deskSchema } from './schemas';

/** Who just came in, what there is to say to them and who is here, in one round trip. Throws `not_found`, `forbidden`. */
export function getDesk(db: UserClient, gymId: string): Promise<Desk> {
  return callRpc(db, 'desk', { p_gym_id: gymId }, deskSchema);
}
