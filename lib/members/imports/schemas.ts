import { z } from 'zod';
import { everyField } from '../import/fields';
import { readEmail } from '../import/parse-person';
import { rowCodes } from '../import/read-row';

const day = z.iso.date();
const text = (most: number) => z.string().trim().min(1).max(most);
const place = z.int().min(1).max(2_000_000);
const field = z.enum(everyField).nullable();
const mapping = z.array(z.enum([...everyField, 'not_kept']).nullable()).max(200);

/** One row as the browser read it; parsed again, because a browser's word is a claim. */
const importRow = z.object({
  row: place,
  first_name: text(80),
  last_name: text(80),
  external_id: text(100).optional(),
  badge: text(40).optional(),
  email: z
    .string()
    .refine((value) => readEmail(value) === value)
    .optional(),
  phone: text(40).optional(),
  membership_type: text(80).optional(),
  membership_ends_on: day.optional(),
  membership_suspended: z.boolean().optional(),
  is_active: z.boolean().optional(),
  member_since: day.optional(),
  birth_date: day.optional(),
  member_kind: z.enum(['member', 'staff', 'guest']).optional(),
});
export type ImportRowInput = z.infer<typeof importRow>;

/** One visit as the browser read it: who, and when by the gym's clock. */
const visitRow = z.object({
  row: place,
  external_id: text(100).optional(),
  badge: text(40).optional(),
  email: z
    .string()
    .refine((value) => readEmail(value) === value)
    .optional(),
  first_name: text(80).optional(),
  last_name: text(80).optional(),
  birth_date: day.optional(),
  day,
  at_time: z.iso.time().optional(),
  left_time: z.iso.time().optional(),
});
export type VisitRowInput = z.infer<typeof visitRow>;

const rows = z.array(importRow).max(500);
const visits = z.array(visitRow).max(1000);
const gym_id = z.guid();
/** The folded headers of a file: what a mapping is remembered by. */
const source = z.string().max(2000);

export const rememberedInput = z.object({ gym_id, source });
export const previewInput = z.object({ gym_id, rows });
export const rowsInput = z.object({ rows });
export const previewVisitsInput = z.object({ gym_id, rows: visits });
export const visitsInput = z.object({ rows: visits });
export const startInput = z.object({
  gym_id,
  kind: z.enum(['members', 'visits']).default('members'),
  filename: z.string().trim().min(1).max(200),
  source,
  mapping,
  rows_total: z.int().min(0).max(200_000),
  errors: z.array(z.object({ row: place, field, code: z.enum(rowCodes) })).max(200_000),
});
export type StartInput = z.infer<typeof startInput>;

export const remembered = z.object({ mapping: mapping.nullable() });
export const started = z.object({ id: z.guid() });

const count = z.number();
export const counts = z.object({
  new: count,
  changed: count,
  same: count,
  bad: count,
  errors: z.array(z.object({ row: count, field, code: z.enum(rowCodes) })),
});
export type ImportCounts = z.infer<typeof counts>;

export const ended = z.object({
  state: z.enum(['done', 'failed']),
  new: count,
  changed: count,
  same: count,
  bad: count,
});
export type EndedImport = z.infer<typeof ended>;

export const undone = z.object({ removed: count, restored: count, kept: count, left: count });
export type UndoneImport = z.infer<typeof undone>;

export const pastImports = z.array(
  z.object({
    id: z.guid(),
    kind: z.enum(['members', 'visits']),
    filename: z.string(),
    state: z.enum(['running', 'done', 'undoing', 'undone', 'failed']),
    rows_total: count,
    rows_new: count,
    rows_changed: count,
    rows_same: count,
    rows_bad: count,
    rows_kept: count.nullable(),
    created_at: z.string(),
  }),
);
export type PastImport = z.infer<typeof pastImports>[number];
