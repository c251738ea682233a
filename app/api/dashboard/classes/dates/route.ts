import { addClassDate, newDateSchema } from '@/lib/classes';
import { withUser } from '@/lib/http/with-user';

/** One more date of a class: {id}. */
export const POST = withUser(
  async ({ db, input }) => Response.json({ id: await addClassDate(db, input) }, { status: 201 }),
  { permission: 'gym.update', body: newDateSchema },
);
