import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { kioskVerb } from '@/lib/kiosks/gateway';
import { readState, reply as think } from './brain/index';
import { redactHealth } from '@/supabase/functions/_shared/analysis/redact-health';
import { closeConversation } from './close-conversation';
import { conversationTools } from './conversation-tools';
import { discreetReply, discreetTools } from './keep-health-out';
import { clip, type message, type Reply, reply, setting } from './schemas';
import { brainSetting } from './setting';

const turn = z.discriminatedUnion('closed', [
  z.object({ closed: z.literal(true) }),
  z.object({ closed: z.literal(false), dialog: z.unknown(), setting, reply: reply.nullable() }),
]);

/**
 * What JARVIS answers to the member's turn `seq`; health words are taken out before anything is kept (rule P4).
 * A turn that was answered before gets the stored answer again. Throws `conversation_closed`, `conversation_expired`,
 * `no_conversation`, and `conflict` for another text under a known number.
 */
export async function answerMessage(actor: KioskActor, input: z.infer<typeof message>): Promise<Reply> {
  const said = await kioskVerb(
    'kiosk_say',
    {
      p_token_hash: actor.tokenHash,
      p_seq: input.seq,
      p_text: clip(redactHealth(input.text, input.language)),
      p_language: input.language,
    },
    turn,
  );
  if (said.closed) throw new AppError('conversation_closed');
  if (said.reply) return farewell(actor, input.seq, said.reply);
  // The brain hears the words as they were said, to send somebody in pain to the team; what it keeps is discreet.
  const thought = discreetReply(
    await think({
      text: input.text,
      state: readState(said.dialog),
      setting: brainSetting(said.setting, input.language),
      tools: discreetTools(conversationTools(actor, input.seq), input.language),
    }),
  );
  const { card, chips, ends, intent, language } = thought;
  const answer: Reply = {
    text: thought.text,
    payload: { chips, card: card ?? null, ends, intent, language },
  };
  await kioskVerb(
    'kiosk_reply',
    {
      p_token_hash: actor.tokenHash,
      p_seq: input.seq,
      p_text: answer.text,
      p_payload: answer.payload,
      p_dialog: thought.state,
    },
    z.object({ expires_at: z.string() }),
  );
  return farewell(actor, input.seq, answer);
}

/** After the last answer nothing more is said: the conversation closes with it, and the analysis need not wait for the screen. */
async function farewell(actor: KioskActor, seq: number, answer: Reply): Promise<Reply> {
  if (answer.payload.ends) await closeConversation(actor, { reason: 'goodbye', last_seq: seq });
  return answer;
}
