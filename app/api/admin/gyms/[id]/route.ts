import { gymChangesSchema, saveGym } from '@/lib/gyms';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Changes a gym's name plate; answers its new version. */
export const PUT = withPlatformAdmin<typeof gymChangesSchema, { id: string }>(
  async ({ db, input, params }) => Response.json(await saveGym(db, pathId(params.id), input)),
  { permission: 'customers.manage', body: gymChangesSchema },
);
