import { entriesVersion } from '@/lib/badges';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';

/** The version of a gym's entry log; its page asks every few seconds and redraws when it changes. */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const gym = gymFor(actor, request.nextUrl.searchParams.get('gym'));
    return Response.json({ version: await entriesVersion(db, gym.id) });
  },
  { permission: 'members.read' },
);
