import { getPulse } from '@/lib/alerts';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';

/** The versions of a gym's alerts and desk; pages ask every few seconds and redraw when theirs changes. */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const gym = gymFor(actor, request.nextUrl.searchParams.get('gym'));
    return Response.json(await getPulse(db, gym.id));
  },
  { permission: 'gym.read' },
);
