import { requirePermission } from '@/lib/auth/permissions';
import { consentInput, publishConsentText } from '@/lib/gym-settings';
import { withUser } from '@/lib/http/with-user';

/** Publishes a new version of a text about consent: {version}. */
export const POST = withUser(
  async ({ actor, db, input }) => {
    requirePermission(actor, 'gym.update', { gymId: input.gym_id });
    return Response.json(await publishConsentText(db, input), { status: 201 });
  },
  { permission: 'gym.update', body: consentInput },
);
