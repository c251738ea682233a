import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { badgeHashes } from './badge-hashes';
import { type Capture, type CaptureState, captureSchema, captureStateSchema } from './schemas';

/**
 * Waits two minutes for the next unknown badge at a kiosk; with a printed number, for that badge, from which the kiosk
 * learns how its reader writes. Throws `not_found`, `forbidden`, `customer_suspended`, `badge_random`, `badge_unreadable`.
 */
export function startCapture(db: UserClient, kioskId: string, printed?: string): Promise<Capture> {
  const expected = printed === undefined ? [] : badgeHashes(printed).hashes;
  return callRpc(
    db,
    'start_badge_capture',
    { p_kiosk_id: kioskId, p_expected_hashes: expected },
    captureSchema,
  );
}

/** Whether the badge has come. Throws `not_found`. */
export function getCapture(db: UserClient, id: string): Promise<CaptureState> {
  return callRpc(db, 'get_badge_capture', { p_capture_id: id }, captureStateSchema);
}

/** Waits no more. Throws `not_found`. */
export async function cancelCapture(db: UserClient, id: string): Promise<void> {
  await callRpc(db, 'cancel_badge_capture', { p_capture_id: id }, z.unknown());
}

/** Says how a kiosk's reader writes; null forgets. Throws `not_found`, `forbidden`, `customer_suspended`. */
export async function setReader(db: UserClient, kioskId: string, form: string | null): Promise<void> {
  await callRpc(db, 'set_reader_profile', { p_kiosk_id: kioskId, p_form: form }, z.unknown());
}
