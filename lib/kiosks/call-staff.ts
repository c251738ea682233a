import 'server-only';
import type { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskVerb } from './gateway';
import { type staffCall, staffAnswer, staffReaction } from './schemas';

/** Asks the team to come to the kiosk; works without a conversation. */
export function callStaff(actor: KioskActor, { reason }: z.infer<typeof staffCall>) {
  return kioskVerb('kiosk_call_staff', { p_token_hash: actor.tokenHash, p_reason: reason }, staffAnswer);
}

/** Whether somebody of the team has taken the kiosk's call. */
export function readStaffAnswer(actor: KioskActor) {
  return kioskVerb('kiosk_staff_answer', { p_token_hash: actor.tokenHash }, staffReaction);
}
