import { withUser } from '@/lib/http/with-user';
import { hideFirstSteps, hideFirstStepsSchema } from '@/lib/overview';

/** Puts a gym's list of first steps away, or takes it out again. */
export const POST = withUser(
  async ({ db, input }) => {
    await hideFirstSteps(db, input);
    return new Response(null, { status: 204 });
  },
  { permission: 'gym.update', body: hideFirstStepsSchema },
);
