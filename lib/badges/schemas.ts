import { z } from 'zod';
import { badgeFormNames } from '@/lib/members/badge-forms';

/** What a reader typed or somebody read from the badge, and how that reader writes where it was learnt. */
const read = z.string().trim().min(5).max(40);
const form = z.enum(badgeFormNames).optional();

/** Body of POST /api/dashboard/badges. */
export const assignmentSchema = z.strictObject({
  member_id: z.guid(),
  read,
  form,
  take_over: z.boolean().default(false),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** Body of POST /api/dashboard/badges/scans/[id]. */
export const scanAssignmentSchema = z.strictObject({
  member_id: z.guid(),
  take_over: z.boolean().default(false),
});

/** Body of PUT /api/dashboard/badges/[id]. */
export const badgeEndSchema = z.strictObject({ reason: z.enum(['lost', 'returned']) });
export type BadgeEnd = z.infer<typeof badgeEndSchema>['reason'];

/** Body of POST /api/dashboard/badges/guests. */
export const guestSchema = z.strictObject({
  gym_id: z.guid(),
  first_name: z.string().trim().min(1).max(80),
  read,
  form,
});

/** Body of POST /api/dashboard/badges/captures; with a printed number the kiosk's reader is learnt. */
export const captureRequestSchema = z.strictObject({ kiosk_id: z.guid(), printed: read.optional() });

/** Body of PUT /api/dashboard/badges/readers/[id]; null forgets. */
export const readerSchema = z.strictObject({ form: z.enum(badgeFormNames).nullable() });

/** Somebody as a shared screen names them. */
export const shortPerson = z.object({
  id: z.guid(),
  first_name: z.string(),
  initial: z.string(),
});
export type ShortPerson = z.infer<typeof shortPerson>;

/** What became of giving a badge; only `assigned` has written something. */
export const assignedSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('assigned'),
    badge_id: z.guid(),
    /** The member had another one before. */
    replaced: z.boolean(),
    /** From whom it was taken. */
    owner: shortPerson.nullable(),
  }),
  z.object({ outcome: z.literal('already'), badge_id: z.guid() }),
  z.object({ outcome: z.literal('taken'), owner: shortPerson }),
  z.object({ outcome: z.literal('ambiguous') }),
]);
export type Assigned = z.infer<typeof assignedSchema>;

export const badgeStates = ['valid', 'lost', 'replaced', 'returned', 'moved', 'expired'] as const;

export const memberBadgesSchema = z.object({
  member: shortPerson.extend({ is_deleted: z.boolean() }),
  badges: z.array(
    z.object({
      id: z.guid(),
      /** The last four digits; null where nobody ever knew the number. */
      tail: z.string().nullable(),
      state: z.enum(badgeStates),
      valid_from: z.string(),
      valid_to: z.string().nullable(),
      expires_at: z.string().nullable(),
      assigned_by: z.string().nullable(),
      ended_by: z.string().nullable(),
    }),
  ),
});
export type MemberBadgeList = z.infer<typeof memberBadgesSchema>;
export type MemberBadge = MemberBadgeList['badges'][number];

export const captureSchema = z.object({ id: z.guid(), expires_at: z.string() });
export type Capture = z.infer<typeof captureSchema>;

export const captureStateSchema = z.object({
  state: z.enum(['waiting', 'read', 'used', 'cancelled', 'expired']),
  scan_id: z.guid().nullable(),
  tail: z.string().nullable(),
  form: z.string().nullable(),
});
export type CaptureState = z.infer<typeof captureStateSchema>;

export const badgeDeskSchema = z.object({
  kiosks: z.array(
    z.object({
      id: z.guid(),
      name: z.string(),
      location: z.string().nullable(),
      shown: z.string(),
      form: z.string().nullable(),
      learnt_at: z.string().nullable(),
    }),
  ),
  guests: z.array(
    z.object({
      id: z.guid(),
      first_name: z.string(),
      badge_id: z.guid(),
      tail: z.string().nullable(),
      since: z.string(),
      expires_at: z.string(),
      last_visit: z.string().nullable(),
      given_by: z.string().nullable(),
    }),
  ),
});
export type BadgeDesk = z.infer<typeof badgeDeskSchema>;
export type DeskKiosk = BadgeDesk['kiosks'][number];
export type DayGuest = BadgeDesk['guests'][number];

export const badgeMembersSchema = z.object({
  total: z.number(),
  without: z.number(),
  next_cursor: z.string().nullable(),
  rows: z.array(
    z.object({
      id: z.guid(),
      first_name: z.string(),
      last_name: z.string(),
      membership_type: z.string().nullable(),
      tail: z.string().nullable(),
      has_badge: z.boolean(),
    }),
  ),
});
export type BadgeMembers = z.infer<typeof badgeMembersSchema>;
export type BadgeMember = BadgeMembers['rows'][number];

export const entryViews = ['all', 'in', 'unknown', 'refused', 'desk'] as const;
export type EntryView = (typeof entryViews)[number];

export const entryOutcomes = [
  'welcome',
  'visitor',
  'repeat',
  'unknown',
  'ambiguous',
  'inactive',
  'expired',
  'suspended',
  'replaced',
  'lost',
  'paused',
  'captured',
] as const;
export type EntryOutcome = (typeof entryOutcomes)[number];

export const entrySchema = z.object({
  id: z.guid(),
  scanned_at: z.string(),
  outcome: z.enum(entryOutcomes),
  kiosk: z.string(),
  /** Seconds between the read and its arrival: a kiosk without network tells later. */
  late_s: z.number(),
  /** Why the time of a late read may be wrong: the kiosk was started anew since, or its clock disagrees with ours. */
  doubt: z.enum(['boot', 'clock']).nullable(),
  /** Null where nobody is named; without id and initial for a sister gym's member. */
  member: z
    .object({ id: z.guid().nullable(), first_name: z.string(), initial: z.string().nullable() })
    .nullable(),
  /** Who has this badge by now. */
  now_of: shortPerson.nullable(),
  assignable: z.boolean(),
});
export type Entry = z.infer<typeof entrySchema>;

const count = z.number();
export const entryListSchema = z.object({
  /** The day of the counts, `YYYY-MM-DD` by the gym's clock. */
  day: z.string(),
  counts: z.object({ all: count, in: count, unknown: count, refused: count, desk: count }),
  kiosks: z.array(z.object({ id: z.guid(), name: z.string() })),
  person: shortPerson.nullable(),
  next_cursor: z.string().nullable(),
  rows: z.array(entrySchema),
});
export type EntryList = z.infer<typeof entryListSchema>;
