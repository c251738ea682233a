import { franchiseChangesSchema, saveFranchise } from '@/lib/franchises';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Changes name, city or shared access of a franchise; answers its new version. */
export const PUT = withPlatformAdmin<typeof franchiseChangesSchema, { id: string }>(
  async ({ db, input, params }) => Response.json(await saveFranchise(db, pathId(params.id), input)),
  { permission: 'customers.manage', body: franchiseChangesSchema },
);
