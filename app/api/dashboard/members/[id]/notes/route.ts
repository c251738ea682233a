import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { addNote, noteSchema } from '@/lib/member';

/** Adds a note, or a contact with its outcome. */
export const POST = withUser<typeof noteSchema, { id: string }>(
  async ({ db, input, params }) =>
    Response.json({ id: await addNote(db, pathId(params.id), input) }, { status: 201 }),
  { permission: 'members.act', body: noteSchema },
);
