import { withUser } from '@/lib/http/with-user';
import { invitationSchema, invitePerson } from '@/lib/team';

/** Invites somebody: {id} of the invitation. */
export const POST = withUser(
  async ({ db, input }) => Response.json({ id: await invitePerson(db, input) }, { status: 201 }),
  { permission: 'team.invite', body: invitationSchema },
);
