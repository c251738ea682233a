import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';

/** Ends a kiosk's token and its open conversation; a foreign kiosk is `not_found`. */
export async function revokeKiosk(db: UserClient, kioskId: string): Promise<void> {
  await callRpc(db, 'revoke_kiosk', { p_kiosk_id: kioskId }, z.unknown());
}
