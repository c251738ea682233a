import { requirePermission } from '@/lib/auth/permissions';
import { deskSearchInput, searchAtDesk } from '@/lib/desk';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';

/** Who is meant, to be checked in by hand. In a body, so that no name stands in an address. */
export const POST = withUser(
  async ({ actor, db, input }) => {
    const gym = gymFor(actor, input.gym_id);
    requirePermission(actor, 'members.act', { gymId: gym.id });
    return Response.json(await searchAtDesk(db, gym.id, input.text));
  },
  { permission: 'members.act', body: deskSearchInput },
);
