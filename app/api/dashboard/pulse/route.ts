import { getPulse } from '@/lib/alerts';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';

/** The version of a gym's alerts and conversations; pages ask every few seconds and redraw when it changes. */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const gym = gymFor(actor, request.nextUrl.searchParams.get('gym'));
    return Response.json({ version: await getPulse(db, gym.id) });
  },
  { permission: 'gym.read' },
);
