import { checkIn, checkInInput } from '@/lib/desk';
import { withUser } from '@/lib/http/with-user';

/** Lets a member in by hand. */
export const POST = withUser(async ({ db, input }) => Response.json(await checkIn(db, input)), {
  permission: 'members.act',
  body: checkInInput,
});
