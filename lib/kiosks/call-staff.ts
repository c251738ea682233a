import 'server-only';
import type { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskVerb } from './gateway';
import { type staffCall, staffAnswer } from './schemas';

/** Asks the team to come to the kiosk; works without a conversation. */
export function callStaff(actor: KioskActor, { reason }: z.infer<typeof staffCall>) {
  return kioskVerb('kiosk_call_staff', { p_token_hash: actor.tokenHash, p_reason: reason }, staffAnswer);
}
