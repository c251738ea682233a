import { z } from 'zod';
import { alertContext, alertLevel, alertTypes, codeAndParams } from '@/lib/alerts/schemas';
import { consentSource, purpose } from './consent-schemas';
import { memberKinds } from './choices';
import { partialValuesSchema } from './values';

export const memberTabs = ['all', 'visits', 'conversations', 'contacts', 'notes', 'alerts'] as const;
export type MemberTab = (typeof memberTabs)[number];

const count = z.number();
const text = z.string().nullable();
const line = { at: z.string(), id: z.guid() };
const of = <K extends string, D extends z.ZodType>(kind: K, data: D) =>
  z.object({ ...line, kind: z.literal(kind), data });

const note = z.object({
  text,
  outcome: z.string().nullable(),
  by: text,
  edited: z.boolean(),
  may_edit: z.boolean(),
  may_delete: z.boolean(),
});
const booking = z.object({
  class: z.string(),
  starts_at: z.string(),
  status: z.string(),
  source: z.string(),
});
const alert = z.object({
  type: z.enum(alertTypes),
  priority: z.string(),
  status: z.string(),
  context: alertContext,
  notes: text,
  by: text,
});

/** A line of a member's history. */
export const historyLine = z.discriminatedUnion('kind', [
  of('visits', z.object({ count, first_at: z.string(), source: z.string(), kiosk: text })),
  of(
    'conversation',
    z.object({
      kiosk: z.string(),
      seconds: z.number(),
      status: z.string(),
      summary: text,
      topics: z.array(z.string()),
      mood: z.enum(['negative', 'neutral', 'positive']).nullable(),
    }),
  ),
  of('booking', booking),
  of('booking_cancelled', booking),
  of('alert', alert),
  of('alert_closed', alert),
  of('note', note),
  of('call', note),
  of('message', note),
  of('visit', note),
  of(
    'consents',
    z.object({ answers: z.record(z.string(), z.boolean()), source: consentSource, kiosk: text, by: text }),
  ),
  of('edited', z.object({ fields: z.array(z.string()), by: text })),
  of('created', z.object({ imported: z.boolean() })),
]);
export type HistoryLine = z.infer<typeof historyLine>;

/** The answer of `get_member`. */
export const memberPageSchema = z.object({
  id: z.guid(),
  gym_id: z.guid(),
  first_name: z.string(),
  last_name: z.string(),
  badge_id: text,
  membership_type: text,
  membership_ends_on: text,
  membership_suspended: z.boolean(),
  is_active: z.boolean(),
  member_since: text,
  last_visit: text,
  birth_date: text,
  is_minor: z.boolean(),
  member_kind: z.enum(memberKinds),
  analysis_objection: z.boolean(),
  deleted_at: text,
  merged_into: z.guid().nullable(),
  contact: z.object({ email: text, phone: text }).nullable(),
  /** What the form shows; null for who does not change members. */
  values: partialValuesSchema.nullable(),
  health: z.enum(['no_consent', 'open', 'closed']),
  profile: z.object({
    communication_style: text,
    language: text,
    voice_preference: text,
    fitness_level: text,
    primary_goals: z.array(z.string()),
    workout_frequency_per_week: z.number().nullable(),
  }),
  /** Null for who is not analysed. */
  risk: z
    .object({
      level: alertLevel,
      points: z.number(),
      factors: z.array(codeAndParams),
      trend: z.enum(['improving', 'stable', 'declining']),
    })
    .nullable(),
  alert: z
    .object({ id: z.guid(), created_at: z.string(), recommended_actions: z.array(codeAndParams) })
    .nullable(),
  next_booking: z
    .object({
      id: z.guid(),
      status: z.enum(['booked', 'requested']),
      class: z.string(),
      starts_at: z.string(),
      coach: text,
      room: text,
      capacity: count,
      taken: count,
    })
    .nullable(),
  habits: z.object({
    today: z.string(),
    weeks: z.array(z.object({ start: z.string(), visits: count })),
    /** Visits a week before the last four weeks. */
    habit: z.number().nullable(),
    visits_year: count,
    usual: z.array(
      z.object({ weekday: z.number(), part: z.enum(['morning', 'noon', 'afternoon', 'evening']) }),
    ),
    classes: z.array(z.string()),
    moods: z.array(z.number()).nullable(),
  }),
  counts: z.object({
    visits: count,
    conversations: count.nullable(),
    alerts: count.nullable(),
    contacts: count.nullable(),
    notes: count.nullable(),
  }),
  consents: z.array(
    z.object({
      id: z.guid(),
      purpose,
      granted: z.boolean(),
      version: z.string(),
      language: z.enum(['fr', 'en', 'es']),
      at: z.string(),
      source: consentSource,
      kiosk: text,
      by: text,
      /** The gym's own text of that version; null for JARVIS's. */
      text,
    }),
  ),
  history: z.object({ next_cursor: text, rows: z.array(historyLine) }),
});
export type MemberPage = z.infer<typeof memberPageSchema>;
export type Consent = MemberPage['consents'][number];

const side = z.object({
  id: z.guid(),
  values: partialValuesSchema,
  badge_id: text,
  last_visit: text,
  is_deleted: z.boolean(),
  counts: memberPageSchema.shape.counts,
});
export type MergeSide = z.infer<typeof side>;

export const duplicateSchema = z.object({
  id: z.guid(),
  first_name: z.string(),
  last_name: z.string(),
  by: z.array(z.enum(['email', 'phone', 'name'])),
  member_since: text,
});
export type Duplicate = z.infer<typeof duplicateSchema>;

/** The answer of `get_merge`. */
export const mergePageSchema = z.object({
  keep: side,
  other: side.nullable(),
  candidates: z.array(duplicateSchema),
});
export type MergePage = z.infer<typeof mergePageSchema>;
