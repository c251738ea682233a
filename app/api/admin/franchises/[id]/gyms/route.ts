import { createGym, newGymSchema } from '@/lib/gyms';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Opens a gym in a franchise; answers its id. */
export const POST = withPlatformAdmin<typeof newGymSchema, { id: string }>(
  async ({ db, input, params }) =>
    Response.json({ id: await createGym(db, pathId(params.id), input) }, { status: 201 }),
  { permission: 'gyms.create', body: newGymSchema },
);
