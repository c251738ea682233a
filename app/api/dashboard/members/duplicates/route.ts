import { withUser } from '@/lib/http/with-user';
import { duplicatesSchema, findDuplicates } from '@/lib/member';

/** Who looks like what is being typed. Asked in the body: addresses and numbers do not belong in the log of requests. */
export const POST = withUser(async ({ db, input }) => Response.json(await findDuplicates(db, input)), {
  permission: 'members.update',
  body: duplicatesSchema,
});
