import { maintenanceSchema, setMaintenance } from '@/lib/gyms';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Puts a gym into maintenance, with what its kiosks say meanwhile, or ends it. */
export const PUT = withPlatformAdmin<typeof maintenanceSchema, { id: string }>(
  async ({ db, input, params }) => {
    await setMaintenance(db, pathId(params.id), input);
    return new Response(null, { status: 204 });
  },
  { permission: 'customers.manage', body: maintenanceSchema },
);
