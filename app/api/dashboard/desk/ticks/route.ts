import { tick, tickInput } from '@/lib/desk';
import { withUser } from '@/lib/http/with-user';

/** Something was said to a member at the desk, or was not after all. */
export const POST = withUser(async ({ db, input }) => Response.json(await tick(db, input)), {
  permission: 'members.act',
  body: tickInput,
});
