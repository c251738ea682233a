import { requirePermission } from '@/lib/auth/permissions';
import { saveGymSettings, settingsInput } from '@/lib/gym-settings';
import { withUser } from '@/lib/http/with-user';

/** Changes settings of a gym that are still as they were seen; answers all of them. */
export const PUT = withUser(
  async ({ actor, db, input }) => {
    requirePermission(actor, 'gym.update', { gymId: input.gym_id });
    return Response.json(await saveGymSettings(db, input));
  },
  { permission: 'gym.update', body: settingsInput },
);
