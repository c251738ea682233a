import { withUser } from '@/lib/http/with-user';
import { newViewSchema, saveView } from '@/lib/members';

/** Keeps a view of the list: `{id}`. */
export const POST = withUser(
  async ({ db, input }) => Response.json({ id: await saveView(db, input) }, { status: 201 }),
  { permission: 'members.act', body: newViewSchema },
);
