import { discardDraft, discardedInputSchema } from '@/lib/customers';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Throws a draft away, or takes it back. */
export const PUT = withPlatformAdmin<typeof discardedInputSchema, { id: string }>(
  async ({ db, input, params }) => {
    await discardDraft(db, pathId(params.id), input.discarded);
    return new Response(null, { status: 204 });
  },
  { permission: 'customers.manage', body: discardedInputSchema },
);
