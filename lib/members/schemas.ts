import { z } from 'zod';
import { alertLevel, codeAndParams } from '@/lib/alerts/schemas';

export const memberViews = ['all', 'at_risk', 'new', 'ending', 'no_badge', 'away'] as const;
export type MemberView = (typeof memberViews)[number];

/** `match` is of a search: who fits best first. */
export const memberSorts = ['match', 'risk', 'name', 'last_visit', 'ends'] as const;
export type MemberSort = (typeof memberSorts)[number];

export const memberLevels = ['low', 'medium', 'high', 'critical'] as const;
export type MemberLevel = (typeof memberLevels)[number];

export const memberStates = ['active', 'suspended', 'ended', 'deleted'] as const;
export type MemberState = (typeof memberStates)[number];

export const memberKinds = ['member', 'staff', 'guest'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** What somebody has agreed to, or `none` for those who were never asked. */
export const memberConsents = ['talk', 'analyse', 'remember', 'none'] as const;
export type MemberConsent = (typeof memberConsents)[number];

export const memberSchema = z.object({
  id: z.guid(),
  first_name: z.string(),
  last_name: z.string(),
  badge_id: z.string().nullable(),
  has_badge: z.boolean(),
  membership_type: z.string().nullable(),
  membership_ends_on: z.string().nullable(),
  member_since: z.string().nullable(),
  last_visit: z.string().nullable(),
  is_active: z.boolean(),
  kind: z.enum(memberKinds),
  /** Objects to the analysis: no score at all. */
  objects: z.boolean(),
  state: z.enum(memberStates),
  level: alertLevel.nullable(),
  score: z.number().nullable(),
  factors: z.array(codeAndParams).nullable(),
  weeks: z.array(z.number()),
  contact: z.object({ email: z.string().nullable(), phone: z.string().nullable() }).nullish(),
});
export type Member = z.infer<typeof memberSchema>;

/** Counts end here: a larger one is said as "10 000 and more". */
export const MOST_COUNTED = 10_000;

const count = z.number();
const rowsSchema = z.object({ next_cursor: z.string().nullable(), rows: z.array(memberSchema) });

/** The answer of `list_members` without counts. */
export const memberRowsSchema = rowsSchema;

/** The answer of `list_members`. */
export const memberListSchema = rowsSchema.extend({
  total: count,
  counts: z.object({ all: count, at_risk: count, new: count, ending: count, no_badge: count, away: count }),
  /** The types of membership that the gym has. */
  types: z.array(z.string()),
});
export type MemberList = z.infer<typeof memberListSchema>;

export const memberActions = ['suspend', 'resume', 'object', 'agree', 'delete', 'restore'] as const;
export type MemberAction = (typeof memberActions)[number];

/** As many as one change takes. */
export const MOST_CHANGED = 500;

/** Body of POST /api/dashboard/members/bulk. */
export const memberChangeSchema = z.strictObject({
  gym_id: z.guid(),
  action: z.enum(memberActions),
  ids: z.array(z.guid()).min(1).max(MOST_CHANGED),
});
export type MemberChange = z.infer<typeof memberChangeSchema>;

export const memberChangedSchema = z.object({ changed: z.number(), change_id: z.guid().nullable() });
export const memberUndoneSchema = z.object({ changed: z.number(), kept: z.number() });

/** Body of POST /api/dashboard/members/export: the list's address beside the members that were chosen. */
export const memberExportSchema = z.strictObject({
  gym_id: z.guid(),
  ids: z.array(z.guid()).min(1).max(MOST_CHANGED),
  query: z.record(z.string().max(40), z.string().max(500)).default({}),
  format: z.enum(['csv', 'xlsx']),
});
