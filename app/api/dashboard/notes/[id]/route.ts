import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { changeNote, noteChangeSchema } from '@/lib/member';

/** Changes a note, deletes it or takes that back. */
export const PUT = withUser<typeof noteChangeSchema, { id: string }>(
  async ({ db, input, params }) => {
    await changeNote(db, pathId(params.id), input);
    return new Response(null, { status: 204 });
  },
  { permission: 'members.act', body: noteChangeSchema },
);
