import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskVerb } from '@/lib/kiosks/gateway';
import { redactHealth } from '@/supabase/functions/_shared/analysis/redact-health';
import { clip } from '../schemas';
import type { VoiceEvent, voiceEvents } from './schemas';

const answer = z.object({ last_seq: z.int() });

/**
 * Keeps what the browser reports of the kiosk's latest spoken conversation, each number once; health words are taken
 * out first (rule P4). `last_seq`: every event up to it is in. Throws `no_conversation`, `conversation_closed` an hour
 * after the close, `invalid_input` for figures that no call can have.
 */
export function reportEvents(actor: KioskActor, { events }: z.infer<typeof voiceEvents>) {
  return kioskVerb(
    'kiosk_voice_events',
    { p_token_hash: actor.tokenHash, p_events: events.map(discreet) },
    answer,
  );
}

/** An event without words about health. */
export const discreet = (event: VoiceEvent): VoiceEvent =>
  event.kind === 'turn' ? { ...event, text: clip(redactHealth(event.text, event.language)) } : event;
