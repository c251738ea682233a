import { changePlan, planInputSchema } from '@/lib/customers';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Gives a customer another plan; `plan_limit` where it has more than that holds. */
export const PUT = withPlatformAdmin<typeof planInputSchema, { id: string }>(
  async ({ db, input, params }) => {
    await changePlan(db, pathId(params.id), input.plan);
    return new Response(null, { status: 204 });
  },
  { permission: 'customers.manage', body: planInputSchema },
);
