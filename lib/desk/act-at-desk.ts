import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { BookingAnswer, TickInput } from './schemas';

const said = z.object({ by: z.string().nullable(), at: z.string().nullable() });

/**
 * Writes down that something was said to a member today, or takes that back; answers who said it first.
 * Throws `not_found`, `forbidden`, `customer_suspended`, `invalid_input`.
 */
export function tick(
  db: UserClient,
  { member_id, code, said: isSaid, alert_id }: TickInput,
): Promise<z.infer<typeof said>> {
  const args = { p_member_id: member_id, p_code: code, p_said: isSaid, p_alert_id: alert_id ?? null };
  return callRpc(db, 'desk_tick', args, said);
}

/** Writes down that a visitor has left, or has not. Throws `not_found`, `forbidden`, `customer_suspended`. */
export async function setLeft(db: UserClient, visitId: string, left: boolean): Promise<void> {
  await callRpc(db, 'set_visit_left', { p_visit_id: visitId, p_left: left }, z.unknown());
}

/**
 * Accepts or declines a request for a place in a class; `reopen` takes the answer back within 15 minutes.
 * Throws `conflict` when the class is full or the request has been answered, `not_found`, `forbidden`,
 * `customer_suspended`.
 */
export async function answerBooking(db: UserClient, id: string, answer: BookingAnswer): Promise<void> {
  await callRpc(db, 'answer_booking', { p_booking_id: id, p_answer: answer }, z.unknown());
}
