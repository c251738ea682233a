import { z } from 'zod';
import { readEmail, readPhone } from '@/lib/members/import/parse-person';
import { fitnessLevels, goals, type MemberField, memberKinds, styles } from './choices';

const name = z.string().trim().min(1).max(80);
const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((said) => said || null)
    .nullable();
/** A field that a reader normalises; null when empty, at fault when the reader finds nothing in it. */
const readable = (longest: number, read: (said: string) => string | null) =>
  text(longest).transform((said, context) => {
    const value = said && read(said);
    if (said && !value) context.addIssue({ code: 'custom' });
    return value || null;
  });
const isDay = (value: string) => {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};
const calendarDay = z
  .string()
  .regex(/^(19|20|21)\d\d-\d\d-\d\d$/)
  .refine(isDay);
const day = z
  .union([calendarDay, z.literal('')])
  .transform((value) => value || null)
  .nullable();
const number = (least: number, most: number) => z.number().min(least).max(most).nullable();

/** Every field of a member that people change, one flat object; empty is null. */
const fields = {
  first_name: name,
  last_name: name,
  email: readable(254, readEmail),
  phone: readable(40, (said) => readPhone(said, false)),
  birth_date: day.refine((value) => !value || value <= new Date().toISOString().slice(0, 10)),
  member_kind: z.enum(memberKinds),
  external_id: text(100),
  membership_type: text(80),
  member_since: day,
  membership_ends_on: day,
  membership_suspended: z.boolean(),
  is_active: z.boolean(),
  analysis_objection: z.boolean(),
  communication_style: z.enum(styles).nullable(),
  language: z.enum(['fr', 'en', 'es']).nullable(),
  voice_preference: text(40),
  fitness_level: z.enum(fitnessLevels).nullable(),
  primary_goals: z.array(z.enum(goals)).max(7),
  workout_frequency_per_week: number(0, 21).refine((value) => value === null || Number.isInteger(value)),
  height_cm: number(50, 260).refine((value) => value === null || Number.isInteger(value)),
  current_weight_kg: number(20, 400),
  target_weight_kg: number(20, 400),
  injuries: text(1000),
  medical_notes: text(2000),
} satisfies Record<MemberField, z.ZodType>;

export const memberValuesSchema = z.strictObject(fields).partial();
export type MemberValues = z.infer<typeof memberValuesSchema>;

/** What the database holds, as it comes: a value of an older time is shown even where the form would refuse it now. */
export const partialValuesSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
export type StoredValues = z.infer<typeof partialValuesSchema>;

/** Body of POST /api/dashboard/members. */
export const newMemberSchema = z.strictObject({
  gym_id: z.guid(),
  values: memberValuesSchema.required({ first_name: true, last_name: true }),
});
export type NewMember = z.infer<typeof newMemberSchema>;

/** Body of PUT /api/dashboard/members/[id]: the changed fields, and what each had when the form was opened. */
export const memberChangesSchema = z.strictObject({
  base: partialValuesSchema,
  changes: memberValuesSchema,
});
export type MemberChanges = z.infer<typeof memberChangesSchema>;

/** Body of POST /api/dashboard/members/duplicates; what is typed so far may be half of a value. */
export const duplicatesSchema = z.strictObject({
  gym_id: z.guid(),
  except: z.guid().optional(),
  values: z.strictObject({
    first_name: z.string().max(80).optional(),
    last_name: z.string().max(80).optional(),
    email: z.string().max(254).optional(),
    phone: z.string().max(40).optional(),
    birth_date: z.string().max(10).optional(),
  }),
});
export type DuplicatesInput = z.infer<typeof duplicatesSchema>;

/** Body of POST /api/dashboard/members/[id]/merge: who goes, and the fields that were chosen. */
export const mergeSchema = z.strictObject({ drop_id: z.guid(), values: memberValuesSchema });
export type MergeInput = z.infer<typeof mergeSchema>;

/** The answer of `save_member`; `theirs` holds what somebody else wrote meanwhile. */
export const savedSchema = z.object({ saved: z.boolean(), theirs: partialValuesSchema });
export type Saved = z.infer<typeof savedSchema>;
