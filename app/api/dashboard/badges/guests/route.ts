import { giveGuestBadge, guestSchema } from '@/lib/badges';
import { withUser } from '@/lib/http/with-user';

/** Lends a spare badge to a guest until the end of the gym's day. */
export const POST = withUser(async ({ db, input }) => Response.json(await giveGuestBadge(db, input)), {
  permission: 'members.act',
  body: guestSchema,
});
