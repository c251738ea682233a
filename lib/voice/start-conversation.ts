import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { kioskVerb } from '@/lib/kiosks/gateway';
import { classOccurrence } from '@/lib/kiosks/schemas';
import { type Chip, greeting, initialState, type Setting, type Tools } from './brain/index';
import { typeset } from './brain/format';
import { textsFor } from './brain/texts/index';
import { issueToken } from './calls/issue-token';
import { conversationTools } from './conversation-tools';
import {
  type conversationStart,
  consentVersion,
  type Reply,
  type StartedConversation,
  setting,
} from './schemas';
import { brainSetting } from './setting';

const opened = z.object({
  conversation_id: z.guid(),
  expires_at: z.string(),
  first_name: z.string().nullable(),
  language: z.enum(['fr', 'en', 'es']),
  setting,
});
const profile = z.object({
  first_name: z.string(),
  bookings_today: z.array(
    z.object({ booking_id: z.string(), status: z.enum(['booked', 'requested']), class: classOccurrence }),
  ),
});
const schedule = z.object({ classes: z.array(classOccurrence) });

/**
 * Opens the conversation of a scan with the member's three choices, says the first sentence and, where it is going to
 * be spoken, brings what the first call needs.
 * Throws `forbidden` without a yes to talking, `conflict` for a scan that was used or is over three minutes old.
 */
export async function startConversation(
  actor: KioskActor,
  input: z.infer<typeof conversationStart>,
): Promise<StartedConversation> {
  const conversation = await kioskVerb(
    'kiosk_start_conversation',
    {
      p_token_hash: actor.tokenHash,
      p_scan_id: input.scan_id,
      p_language: input.language,
      p_consents: input.consents,
      p_consent_version: consentVersion,
      p_versions: input.versions,
    },
    opened,
  );
  const { setting: given, ...rest } = conversation;
  const surroundings = brainSetting(given);
  const first = await firstReply(surroundings, conversationTools(actor, 0));
  const [call] = await Promise.all([
    input.call ? firstCall(actor) : null,
    kioskVerb(
      'kiosk_reply',
      {
        p_token_hash: actor.tokenHash,
        p_seq: 0,
        p_text: first.text,
        p_payload: first.payload,
        p_dialog: initialState(),
      },
      z.object({ expires_at: z.string() }),
    ),
  ]);
  return { ...rest, greeting: first, call };
}

/** A conversation without a call is written; its start never fails for that. */
async function firstCall(actor: KioskActor): Promise<StartedConversation['call']> {
  try {
    return await issueToken(actor);
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code };
    throw error;
  }
}

async function firstReply(surroundings: Setting, tools: Tools): Promise<Reply> {
  const [own, courses] = await Promise.all([
    tools.call('get_member_profile', {}),
    tools.call('get_class_schedule', {}),
  ]);
  const known = own.ok
    ? profile.parse(own.result)
    : { first_name: surroundings.firstName, bookings_today: [] };
  const { classes } = courses.ok ? schedule.parse(courses.result) : { classes: [] };
  const { language, address } = surroundings;
  const { chips } = textsFor(language, address);
  const menu: Chip[] = [chips.courses, chips.bookings, chips.hours, chips.crowd, chips.report, chips.staff];
  return {
    text: greeting(surroundings, known, classes),
    payload: {
      chips: menu.map(({ label, say }) => ({ label: typeset(label, language), say })),
      card: null,
      ends: false,
      intent: 'greet',
      language,
    },
  };
}
