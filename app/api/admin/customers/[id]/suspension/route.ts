import { changeSuspension, suspensionInputSchema } from '@/lib/customers';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Puts a customer on hold with a reason, or takes it off again. */
export const PUT = withPlatformAdmin<typeof suspensionInputSchema, { id: string }>(
  async ({ db, input, params }) => {
    await changeSuspension(db, pathId(params.id), input);
    return new Response(null, { status: 204 });
  },
  { permission: 'customers.manage', body: suspensionInputSchema },
);
