import { changeTrial, trialInputSchema } from '@/lib/customers';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Sets the last day of a customer's trial, or makes a contract of it. */
export const PUT = withPlatformAdmin<typeof trialInputSchema, { id: string }>(
  async ({ db, input, params }) => {
    await changeTrial(db, pathId(params.id), input.ends_on);
    return new Response(null, { status: 204 });
  },
  { permission: 'customers.manage', body: trialInputSchema },
);
