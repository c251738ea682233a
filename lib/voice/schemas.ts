import 'server-only';
import { z } from 'zod';
import type { ErrorCode } from '@/lib/errors';
import type { IssuedToken } from './calls/issue-token';

const language = z.enum(['fr', 'en', 'es']);

/** Our own texts of the three questions change with this number, and stored answers name it; the database knows the same. */
export const consentVersion = '2026-11';

export const conversationStart = z.object({
  scan_id: z.guid(),
  language,
  consents: z.object({ talk: z.boolean(), analyse: z.boolean(), remember: z.boolean() }),
  /** Versions of the gym's own texts that were shown; the others were ours. */
  versions: z.partialRecord(z.enum(['talk', 'analyse', 'remember']), z.string().min(1).max(40)).default({}),
  /** It is going to be spoken: the answer brings the first call's token, which saves the door a round trip. */
  call: z.boolean().default(false),
});

/** What a turn keeps of a long message; the rest was not a question. */
export const turnLength = 2000;

/** The first `length` characters, never half of one. */
export const clip = (text: string, length = turnLength) =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

export const message = z.object({
  seq: z.int().min(1).max(10_000),
  text: z
    .string()
    .max(20_000)
    .transform((text) => clip(text.replaceAll(/\p{Cc}/gu, ' ').trim()))
    .pipe(z.string().min(1)),
  language,
});

export const consentChange = z.object({
  purpose: z.enum(['talk', 'analyse', 'remember']),
  granted: z.boolean(),
});

export const conversationClose = z.object({
  reason: z.enum(['goodbye', 'stop', 'silence', 'limit', 'replaced', 'page_closed']),
  last_seq: z.int().min(0).max(10_000),
  /** The last spoken event, so that the analysis waits for it. */
  last_voice_seq: z.int().min(0).max(10_000).optional(),
});

export const toolNames = [
  'get_member_profile',
  'get_class_schedule',
  'book_class',
  'cancel_booking',
  'report_issue',
  'leave_feedback',
  'get_gym_info',
  'call_staff',
  'recall_past_conversations',
  'update_goal',
] as const;

export const toolCall = z.object({
  tool_call_id: z.string().min(1).max(100),
  arguments: z.record(z.string().regex(/^\w{1,60}$/), z.json()),
});

export const toolOutcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.string() }),
]);

export const setting = z.object({
  language,
  address: z.enum(['tu', 'vous']),
  first_name: z.string().nullable(),
  gym_name: z.string(),
  now: z.string(),
  timezone: z.string(),
  bookings_by: z.enum(['jarvis', 'staff']),
});

const chip = z.object({ label: z.string(), say: z.string() });

const classCard = z.object({
  kind: z.literal('class'),
  occurrenceId: z.string(),
  name: z.string(),
  startsAt: z.string(),
  coach: z.string().nullable(),
  room: z.string().nullable(),
  minutes: z.number(),
  capacity: z.number(),
  free: z.number(),
});

/** One answer of JARVIS as it is stored and shown. */
export const reply = z.object({
  text: z.string(),
  payload: z.object({
    chips: z.array(chip),
    card: classCard.nullable(),
    ends: z.boolean(),
    intent: z.string(),
    language,
  }),
});
export type Reply = z.infer<typeof reply>;
export type Chip = z.infer<typeof chip>;
export type ClassCard = z.infer<typeof classCard>;

/** A conversation that has begun, with JARVIS's first sentence. */
export const startedConversation = z.object({
  conversation_id: z.guid(),
  expires_at: z.string(),
  first_name: z.string().nullable(),
  language,
  greeting: reply,
});
export type StartedConversation = z.infer<typeof startedConversation> & {
  /** The token of the first call, or the error code why there is none; null where none was asked for. */
  call: IssuedToken | { refused: ErrorCode } | null;
};
