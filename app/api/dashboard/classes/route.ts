import { classSchema, saveClass } from '@/lib/classes';
import { withUser } from '@/lib/http/with-user';

/** Makes a class with its weekly slots: {id}. */
export const POST = withUser(
  async ({ db, input }) => Response.json({ id: await saveClass(db, input) }, { status: 201 }),
  { permission: 'gym.update', body: classSchema },
);
