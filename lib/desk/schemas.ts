import { z } from 'zod';
import { instant } from '@/lib/utils/instant';
import { alertSchema } from '@/lib/alerts/schemas';

/** What there is to say to somebody; its words are in the `desk.say` messages, those of `alert` are the alert's. */
export const sayingCodes = [
  'badge_expired',
  'badge_suspended',
  'badge_inactive',
  'booking',
  'alert',
  'first_visit',
  'return',
  'visits',
  'years',
  'birthday',
  'ending',
  'no_badge',
] as const;

const saying = z.object({
  /** What a tick is kept by, such as `milestone:50`. */
  key: z.string(),
  code: z.enum(sayingCodes),
  params: z.record(z.string(), z.unknown()),
  alert_id: z.guid().nullable(),
  booking_id: z.guid().nullable(),
});
export type Saying = z.infer<typeof saying>;

const name = { first_name: z.string(), last_initial: z.string() };

/** The answer of `desk`. */
export const deskSchema = z.object({
  date: z.string(),
  inside: z.number(),
  /** Null without a week on record. */
  usual: z.number().nullable(),
  /** Who came in the last 90 minutes, newest first; also those whose badge was refused. */
  people: z.array(
    z.object({
      ...name,
      at: z.string(),
      member_id: z.guid(),
      kind: z.enum(['member', 'staff', 'guest']),
      /** The gym of a visitor; null for the gym's own members. */
      home: z.string().nullable(),
      /** Null for a badge that was refused. */
      source: z.enum(['kiosk', 'import', 'desk']).nullable(),
      kiosk: z.string().nullable(),
      visit_id: z.guid().nullable(),
      left_at: z.string().nullable(),
      refusal: z.enum(['inactive', 'expired', 'suspended']).nullable(),
      say: z.array(saying),
      /** Who said something to them last today. */
      said: z.object({ by: z.string().nullable(), at: z.string() }).nullable(),
    }),
  ),
  requests: z.array(
    z.object({
      ...name,
      booking_id: z.guid(),
      member_id: z.guid(),
      class: z.string(),
      starts_at: z.string(),
    }),
  ),
  alerts: z.array(alertSchema),
});
export type Desk = z.infer<typeof deskSchema>;
export type DeskPerson = Desk['people'][number];

/** Body of POST /api/dashboard/desk/ticks. */
export const tickInput = z.strictObject({
  member_id: z.guid(),
  code: z.string().regex(/^[a-z_]{1,40}(:[a-z0-9-]{1,60})?$/),
  said: z.boolean(),
  alert_id: z.guid().nullish(),
});
export type TickInput = z.infer<typeof tickInput>;

export const checkInReasons = ['renews', 'agreed', 'trial', 'mistake', 'other'] as const;

/** Body of POST /api/dashboard/desk/check-ins; without `at` it is now. */
export const checkInInput = z.strictObject({
  member_id: z.guid(),
  at: instant.optional(),
  reason: z.enum(checkInReasons).optional(),
});
export type CheckInInput = z.infer<typeof checkInInput>;

export const checkedIn = z.object({ id: z.guid(), visit_id: z.guid(), is_new: z.boolean() });
export type CheckedIn = z.infer<typeof checkedIn>;

/** Body of POST /api/dashboard/desk/search: part of a name, a printed number or what a reader typed. */
export const deskSearchInput = z.strictObject({ gym_id: z.guid(), text: z.string().max(100) });

export const deskFound = z.array(
  z.object({
    id: z.guid(),
    first_name: z.string(),
    last_name: z.string(),
    badge_id: z.string().nullable(),
    membership_type: z.string().nullable(),
    membership_ends_on: z.string().nullable(),
    last_visit: z.string().nullable(),
    obstacle: z.enum(['inactive', 'expired', 'suspended']).nullable(),
    inside: z.boolean(),
  }),
);
export type DeskFound = z.infer<typeof deskFound>[number];

/** Body of PUT /api/dashboard/desk/visits/[id]. */
export const leftInput = z.strictObject({ left: z.boolean() });

/** Body of PUT /api/dashboard/desk/bookings/[id]. */
export const bookingAnswerInput = z.strictObject({ answer: z.enum(['accept', 'decline', 'reopen']) });
export type BookingAnswer = z.infer<typeof bookingAnswerInput>['answer'];
