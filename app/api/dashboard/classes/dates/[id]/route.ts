import { changeClassDate, dateChangeSchema } from '@/lib/classes';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Sets one date of a class whole: {version} for whoever takes it back. */
export const PUT = withUser<typeof dateChangeSchema, { id: string }>(
  async ({ db, input, params }) =>
    Response.json({ version: await changeClassDate(db, pathId(params.id), input) }),
  { permission: 'gym.update', body: dateChangeSchema },
);
