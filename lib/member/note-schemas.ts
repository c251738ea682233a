import { z } from 'zod';
import { noteKinds, outcomes } from './choices';

const text = z.string().trim().max(2000);

/** Body of POST /api/dashboard/members/[id]/notes: a note has a text, a contact an outcome. */
export const noteSchema = z
  .strictObject({
    kind: z.enum(noteKinds),
    outcome: z.enum(outcomes).optional(),
    text: text.default(''),
  })
  .refine(({ kind, text: said }) => kind !== 'note' || said !== '', { path: ['text'] })
  .refine(({ kind, outcome }) => (kind === 'note') === (outcome === undefined), { path: ['outcome'] });
export type NoteInput = z.infer<typeof noteSchema>;

/** Body of PUT /api/dashboard/notes/[id]: its text and outcome, or that it is deleted or not. */
export const noteChangeSchema = z.union([
  z.strictObject({ text, outcome: z.enum(outcomes).optional() }),
  z.strictObject({ deleted: z.boolean() }),
]);
export type NoteChange = z.infer<typeof noteChangeSchema>;
