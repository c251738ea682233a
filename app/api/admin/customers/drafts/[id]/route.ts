import { draftInputSchema, saveDraft } from '@/lib/customers';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Keeps a step of a new customer's draft; the first one begins it under the id that the page chose. */
export const PUT = withPlatformAdmin<typeof draftInputSchema, { id: string }>(
  async ({ db, input, params }) => {
    await saveDraft(db, pathId(params.id), input);
    return new Response(null, { status: 204 });
  },
  { permission: 'customers.manage', body: draftInputSchema },
);
