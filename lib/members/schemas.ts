import { z } from 'zod';
import { alertLevel, codeAndParams } from '@/lib/alerts/schemas';

export const memberViews = ['all', 'at_risk', 'new', 'ending', 'no_badge', 'away'] as const;
export type MemberView = (typeof memberViews)[number];

export const memberSorts = ['risk', 'name', 'last_visit', 'ends'] as const;
export type MemberSort = (typeof memberSorts)[number];

export const memberLevels = ['low', 'medium', 'high', 'critical'] as const;
export type MemberLevel = (typeof memberLevels)[number];

export const memberSchema = z.object({
  id: z.guid(),
  first_name: z.string(),
  last_name: z.string(),
  badge_id: z.string().nullable(),
  membership_type: z.string().nullable(),
  membership_ends_on: z.string().nullable(),
  member_since: z.string().nullable(),
  last_visit: z.string().nullable(),
  is_active: z.boolean(),
  level: alertLevel.nullable(),
  score: z.number().nullable(),
  factors: z.array(codeAndParams).nullable(),
  weeks: z.array(z.number()),
  contact: z.object({ email: z.string().nullable(), phone: z.string().nullable() }).nullish(),
});
export type Member = z.infer<typeof memberSchema>;

const count = z.number();
export const memberListSchema = z.object({
  total: z.number(),
  counts: z.object({ all: count, at_risk: count, new: count, ending: count, no_badge: count, away: count }),
  next_cursor: z.string().nullable(),
  rows: z.array(memberSchema),
});
export type MemberList = z.infer<typeof memberListSchema>;
