import { requirePermission } from '@/lib/auth/permissions';
import { daysInput, setHoursExceptions } from '@/lib/gym-settings';
import { withUser } from '@/lib/http/with-user';

/** Settles days that are not like their weekday; answers {before}, which sent back takes it back. */
export const POST = withUser(
  async ({ actor, db, input }) => {
    requirePermission(actor, 'gym.update', { gymId: input.gym_id });
    return Response.json({ before: await setHoursExceptions(db, input) });
  },
  { permission: 'gym.update', body: daysInput },
);
