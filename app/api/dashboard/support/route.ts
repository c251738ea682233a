import { withPlatformAdmin } from '@/lib/http/with-user';
import { openSupport, openSupportSchema } from '@/lib/support';

/** Opens a support access to a gym or a franchise: {id}. */
export const POST = withPlatformAdmin(
  async ({ db, input }) => Response.json({ id: await openSupport(db, input) }, { status: 201 }),
  { permission: 'support.open', body: openSupportSchema },
);
