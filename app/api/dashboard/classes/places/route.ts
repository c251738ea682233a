import { bookPlace, placeSchema } from '@/lib/classes';
import { withUser } from '@/lib/http/with-user';

/** Gives a member a place at a date, or grants the one they asked for: {id} of the booking. */
export const POST = withUser(
  async ({ db, input }) => Response.json({ id: await bookPlace(db, input) }, { status: 201 }),
  { permission: 'members.act', body: placeSchema },
);
