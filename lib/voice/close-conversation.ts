import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskVerb } from '@/lib/kiosks/gateway';
import type { conversationClose } from './schemas';

/** Ends the kiosk's conversation; the first reason stays, nothing to close is no error (rule V4). Its calls are hung up. */
export function closeConversation(
  actor: KioskActor,
  { reason, last_seq, last_voice_seq }: z.infer<typeof conversationClose>,
) {
  return kioskVerb(
    'kiosk_close',
    {
      p_token_hash: actor.tokenHash,
      p_reason: reason,
      p_last_seq: last_seq,
      p_last_voice_seq: last_voice_seq ?? null,
    },
    z.object({ closed: z.boolean() }),
  );
}
