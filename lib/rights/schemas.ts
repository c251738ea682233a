import { z } from 'zod';

/** How it was made sure that the person who asks is the member. */
export const identityChecks = ['at_desk', 'by_document', 'by_call_back'] as const;

/** Body of POST /api/dashboard/members/[id]/access-file. */
export const accessFileInput = z.strictObject({
  format: z.enum(['html', 'json']),
  checked: z.enum(identityChecks),
});
export type AccessFileInput = z.infer<typeof accessFileInput>;

/** Body of POST /api/dashboard/members/[id]/erase: the first name, typed again. */
export const eraseInput = z.strictObject({ confirm: z.string().trim().min(1).max(80) });

/** Body of POST /api/dashboard/members/[id]/move. */
export const moveInput = z.strictObject({ gym_id: z.guid() });

/** How many rows of each kind somebody has; kinds are those of the access file. */
export const tracesSchema = z.record(z.string(), z.int());
export type Traces = z.infer<typeof tracesSchema>;

export const receiptSchema = z.object({ erased_at: z.string(), reached: tracesSchema });
export type Receipt = z.infer<typeof receiptSchema>;

/** A gym of the same franchise, with what the member would leave behind. */
const targetSchema = z.object({
  id: z.guid(),
  name: z.string(),
  city: z.string().nullable(),
  external_id_taken: z.boolean(),
  badges_taken: z.int(),
  has_namesake: z.boolean(),
});
export type MoveTarget = z.infer<typeof targetSchema>;

/** The answer of `get_member_rights`. */
export const rightsSchema = z.object({
  first_name: z.string(),
  is_deleted: z.boolean(),
  traces: tracesSchema,
  /** When the member said so at the kiosk, while that call is open. */
  asked_to_be_forgotten_at: z.string().nullable(),
  came_from: z.object({ gym: z.string(), moved_at: z.string(), may_undo: z.boolean() }).nullable(),
  went_to: z.object({ gym: z.string(), member_id: z.guid(), moved_at: z.string() }).nullable(),
  gyms: z.array(targetSchema),
  bookings_ahead: z.int(),
});
export type MemberRights = z.infer<typeof rightsSchema>;

const rowSchema = z.record(z.string(), z.json());
export type ToldRow = z.infer<typeof rowSchema>;

/** The access file, version 1; a column that is added later is told too. */
export const accessFileSchema = z.object({
  schema: z.literal('jarvis.member-access-file'),
  version: z.literal(1),
  made_at: z.string(),
  checked: z.enum(identityChecks),
  language: z.enum(['fr', 'en', 'es']),
  gym: z.object({
    name: z.string(),
    timezone: z.string(),
    city: z.string().optional(),
    address: z.string().optional(),
    phone: z.string().optional(),
  }),
  person: rowSchema,
  /** The rows of earlier gyms, and those that were merged into this one. */
  former: z.array(rowSchema),
  sections: z.record(z.string(), z.array(rowSchema)),
});
export type AccessFile = z.infer<typeof accessFileSchema>;
