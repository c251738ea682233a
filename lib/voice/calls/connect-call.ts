import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { kioskVerb } from '@/lib/kiosks/gateway';
import { hashToken } from '@/lib/kiosks/token';
import { type OpenedCall, openCall, voiceProvider } from '@/lib/vendors/openai';
import { callBriefing } from './schemas';
import { callSession } from './session';

/**
 * Opens the call of a one-time token with the browser's offer (rule V1). A call before it on the same conversation is
 * hung up. Throws `not_found` for a token that is not this kiosk's, `conflict` for one that was used or is too old,
 * `voice_unavailable`, and `conversation_closed` where the close was faster: the call is hung up then.
 */
export async function connectCall(
  actor: KioskActor,
  token: string,
  offer: string,
  signal: AbortSignal,
): Promise<OpenedCall> {
  const holder = { p_token_hash: actor.tokenHash, p_call_token_hash: hashToken(token) };
  const briefing = await kioskVerb('kiosk_begin_call', holder, callBriefing);
  const call = await openCall(offer, callSession(briefing), signal);
  const { open } = await kioskVerb(
    'kiosk_note_call',
    { ...holder, p_call_id: call.callId, p_provider: voiceProvider() },
    z.object({ open: z.boolean() }),
  );
  if (!open) throw new AppError('conversation_closed');
  return call;
}
