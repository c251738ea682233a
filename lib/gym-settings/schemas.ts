import { z } from 'zod';
import {
  consentLength,
  consentPurposes,
  conversationMinutes,
  kioskLines,
  mostDays,
  mostSpans,
  retentionLimits,
  textLengths,
  thresholdLimits,
} from './limits';

const language = z.enum(['fr', 'en', 'es']);
const opens = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const closes = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
const date = z.iso.date();

const weeklySpan = z.object({ weekday: z.int().min(1).max(7), open: opens, close: closes });
const dayState = z.enum(['closed', 'hours', 'usual']);
const purpose = z.enum(consentPurposes);

/** One line without line breaks or brackets: it stays text wherever it is shown. */
const plain = (most: number, least = 1) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\p{Cc}<>]*$/u);
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)
    .transform((text) => text || null)
    .nullable();

const lines = z.strictObject({
  attract: plain(kioskLines.attract).optional(),
  closed: plain(kioskLines.closed).optional(),
  maintenance: plain(kioskLines.maintenance).optional(),
  welcome: plain(kioskLines.welcome).optional(),
});
const whole = ({ least, most }: { least: number; most: number }) => z.int().min(least).max(most);

const retention = z.strictObject({
  transcripts_days: whole(retentionLimits.transcripts_days),
  conversations_months: whole(retentionLimits.conversations_months),
  counts_months: whole(retentionLimits.counts_months),
  scans_months: whole(retentionLimits.scans_months),
  deleted_days: whole(retentionLimits.deleted_days),
});
const { negative_sentiment: mood } = thresholdLimits;
const thresholds = z.strictObject({
  absent_days: whole(thresholdLimits.absent_days),
  risk_alert: whole(thresholdLimits.risk_alert),
  negative_sentiment: z.number().min(mood.least).max(mood.most).multipleOf(0.01),
});

/** What a gym decides for itself, as the database tells it. */
const held = z.object({
  name: z.string(),
  city: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  country: z.string(),
  region: z.string().nullable(),
  timezone: z.string(),
  locale: language,
  currency: z.string(),
  address_form: z.enum(['tu', 'vous']),
  facilities: z.array(z.string()),
  price_note: z.string().nullable(),
  bookings_by: z.enum(['jarvis', 'staff']),
  conversation_minutes: z.int(),
  owner_reads_conversations: z.boolean(),
  opening_hours: z.array(weeklySpan),
  kiosk_messages: z.partialRecord(
    language,
    z.partialRecord(z.enum(['attract', 'closed', 'maintenance', 'welcome']), z.string()),
  ),
  retention: z.object(retention.shape),
  thresholds: z.object(thresholds.shape),
});
export type Held = z.infer<typeof held>;

const exception = z.object({
  date,
  state: dayState,
  open: z.string().nullable(),
  close: z.string().nullable(),
  label: z.string().nullable(),
  source: z.enum(['holiday', 'own']),
});
export type SpecialDay = z.infer<typeof exception>;

const consentVersion = z.object({
  purpose,
  version: z.string(),
  texts: z.record(language, z.string()),
  asks_again: z.boolean(),
  valid_from: z.string(),
  in_force: z.boolean(),
});
export type ConsentVersion = z.infer<typeof consentVersion>;

/** The answer of `get_gym_settings`. */
export const gymSettings = z.object({
  gym: held,
  in_franchise: z.boolean(),
  /** Whether the reader may let the franchise's owner read conversations. */
  may_share: z.boolean(),
  today: date,
  now: z.object({ open: z.string().nullable(), close: z.string().nullable(), is_open: z.boolean() }),
  next_opening: z.object({ date, open: z.string() }).nullable(),
  exceptions: z.array(exception),
  consents: z.array(consentVersion),
});
export type GymSettings = z.infer<typeof gymSettings>;
export { held as heldSettings };

/** What may be changed, each key by itself; whether a code stands for something real, `assertKnown` tells. */
const changes = z
  .strictObject({
    name: plain(textLengths.name),
    city: optional(textLengths.city),
    address: optional(textLengths.address),
    phone: optional(textLengths.phone),
    country: z.string().regex(/^[A-Z]{2}$/),
    region: z
      .string()
      .regex(/^[A-Z0-9]{1,6}$/)
      .nullable(),
    timezone: z.string().max(60),
    locale: language,
    currency: z.string().regex(/^[A-Z]{3}$/),
    address_form: z.enum(['tu', 'vous']),
    facilities: z.array(z.string().max(40)).max(40),
    price_note: optional(textLengths.price_note),
    bookings_by: z.enum(['jarvis', 'staff']),
    conversation_minutes: whole(conversationMinutes),
    owner_reads_conversations: z.boolean(),
    opening_hours: z.array(weeklySpan).max(7 * mostSpans),
    kiosk_messages: z.partialRecord(language, lines),
    retention,
    thresholds,
  })
  .partial();
export type SettingsChanges = z.infer<typeof changes>;

/** Body of PUT /api/dashboard/gym-settings: what changes, and those keys as they were seen. */
export const settingsInput = z.strictObject({
  gym_id: z.guid(),
  seen: z.record(z.string().max(40), z.json()),
  changes,
});
export type SettingsInput = z.infer<typeof settingsInput>;

const day = z
  .strictObject({
    date,
    /** `none`: like its weekday, and not decided either. */
    state: z.enum([...dayState.options, 'none']),
    open: opens.nullish(),
    close: closes.nullish(),
    label: optional(textLengths.label).optional(),
    source: z.enum(['holiday', 'own']).optional(),
    /** The state that was seen, where it must not have changed meanwhile. */
    was: z.enum([...dayState.options, 'none']).optional(),
  })
  .refine(({ state, open }) => state !== 'hours' || open, { path: ['open'] })
  .refine(({ state, open, close }) => state !== 'hours' || (close && close !== open), { path: ['close'] });
export type DayChange = z.input<typeof day>;

/** Body of POST /api/dashboard/gym-settings/days. */
export const daysInput = z.strictObject({ gym_id: z.guid(), days: z.array(day).min(1).max(mostDays) });
export type DaysInput = z.infer<typeof daysInput>;
/** The days as they were, in the form in which they can be sent back. */
export const daysBefore = z.array(
  z.object({ ...exception.partial().shape, date, state: z.enum([...dayState.options, 'none']) }),
);

const consentText = plain(consentLength.most, consentLength.least);
/** Body of POST /api/dashboard/gym-settings/consents. */
export const consentInput = z.strictObject({
  gym_id: z.guid(),
  purpose,
  /** The version in force that was seen; null while the texts are ours. */
  seen_version: z.string().max(40).nullable(),
  texts: z.strictObject({ fr: consentText, en: consentText, es: consentText }),
  /** Whether members who agreed to an older text are asked again. */
  asks_again: z.boolean(),
});
export type ConsentInput = z.infer<typeof consentInput>;
