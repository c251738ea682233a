import 'server-only';
import { z } from 'zod';
import { setting } from '../schemas';

const language = z.enum(['fr', 'en', 'es']);

/** What the database tells of a call: what its session is made of. */
export const callBriefing = z.object({
  model: z.string(),
  transcription_model: z.string().nullable(),
  voice: z.string(),
  setting,
  today: z.object({ open: z.string().nullable(), close: z.string().nullable(), is_open: z.boolean() }),
  topics: z.array(z.string()),
  expires_at: z.string(),
});
export type CallBriefing = z.infer<typeof callBriefing>;

export const issuedCall = callBriefing.extend({ token_expires_at: z.string() });

const stamped = { seq: z.int().min(1).max(10_000), age_ms: z.int().min(0).max(604_800_000) };
const itemId = z.string().min(1).max(100);

const turn = z.object({
  kind: z.literal('turn'),
  by: z.enum(['member', 'jarvis']),
  item_id: itemId,
  text: z
    .string()
    .max(20_000)
    .transform((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim())
    .pipe(z.string().min(1)),
  language,
  interrupted: z.boolean().optional(),
  ...stamped,
});

/** Usage is the provider's object as it came; the database bounds each figure. */
const usage = z.object({
  kind: z.literal('usage'),
  response_id: itemId,
  usage: z.record(z.string().max(60), z.json()),
  ...stamped,
});

const transcription = z.object({
  kind: z.literal('transcription'),
  item_id: itemId,
  usage: z.record(z.string().max(60), z.json()).nullable(),
  failed: z.boolean(),
  ...stamped,
});

const timing = z.object({
  kind: z.literal('timing'),
  name: z.enum(['ready', 'first_sound', 'barge_in']),
  ms: z.int().min(0).max(999_999),
  ...stamped,
});

export const voiceEvent = z.discriminatedUnion('kind', [turn, usage, transcription, timing]);
export type VoiceEvent = z.infer<typeof voiceEvent>;

export const voiceEvents = z.object({ events: z.array(voiceEvent).min(1).max(100) });
