import { withUser } from '@/lib/http/with-user';
import { createMember, newMemberSchema } from '@/lib/member';

/** Adds a member; answers the id. */
export const POST = withUser(
  async ({ db, input }) => Response.json({ id: await createMember(db, input) }, { status: 201 }),
  { permission: 'members.update', body: newMemberSchema },
);
