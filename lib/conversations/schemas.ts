import { z } from 'zod';

export const moods = ['negative', 'neutral', 'positive'] as const;
export type Mood = (typeof moods)[number];

export const conversationSchema = z.object({
  id: z.guid(),
  started_at: z.string(),
  ended_at: z.string().nullable(),
  seconds: z.number().nullable(),
  end_reason: z.string().nullable(),
  channel: z.enum(['voice', 'text']),
  language: z.enum(['fr', 'en', 'es']),
  kiosk: z.string().nullable(),
  member: z.object({ id: z.guid(), first_name: z.string(), last_initial: z.string() }).nullable(),
  status: z.enum(['none', 'pending', 'processing', 'done', 'failed']),
  summary: z.string().nullable(),
  topics: z.array(z.string()).nullable(),
  mood: z.enum(moods).nullable(),
  score: z.number().nullable(),
  emotion: z.string().nullable(),
  intents: z.array(z.string()).nullable(),
  provider: z.string().nullable(),
  needs_review: z.boolean().nullable(),
  /** US dollars of a spoken one, for those who read its words. */
  cost_usd: z.number().nullable(),
  /** The same in euros at the rate of `rate_day`; null also where that day had no rate. */
  cost_eur: z.number().nullable(),
  rate_day: z.string().nullable(),
});
export type Conversation = z.infer<typeof conversationSchema>;

export const conversationListSchema = z.object({
  total: z.number(),
  next_cursor: z.string().nullable(),
  rows: z.array(conversationSchema),
});
export type ConversationList = z.infer<typeof conversationListSchema>;

const event = z.object({
  source: z.enum(['member', 'assistant', 'system']),
  kind: z.string(),
  text: z.string().nullable(),
  at: z.string(),
  payload: z.record(z.string(), z.unknown()).nullable(),
});

export const transcriptSchema = conversationSchema.extend({ events: z.array(event).nullable() });
export type Transcript = z.infer<typeof transcriptSchema>;
