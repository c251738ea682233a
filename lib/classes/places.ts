import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { PlaceInput } from './schemas';

/**
 * Gives a member a place, or grants the one they asked for; answers the booking's id. Throws `not_found`, `forbidden`,
 * `customer_suspended`, `conflict` (full, past or cancelled).
 */
export function bookPlace(db: UserClient, { occurrence_id, member_id }: PlaceInput): Promise<string> {
  return callRpc(
    db,
    'book_class_place',
    { p_occurrence_id: occurrence_id, p_member_id: member_id },
    z.guid(),
  );
}

/** Takes a place back, or declines a request. Throws `not_found`, `forbidden`, `customer_suspended`. */
export async function freePlace(db: UserClient, bookingId: string): Promise<void> {
  await callRpc(db, 'free_class_place', { p_booking_id: bookingId }, z.unknown());
}
