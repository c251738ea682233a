import { commandKiosk, kioskCommandSchema } from '@/lib/fleet';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Asks a kiosk for something with its next heartbeat. */
export const POST = withUser<typeof kioskCommandSchema, { id: string }>(
  async ({ db, params, input }) =>
    Response.json(await commandKiosk(db, pathId(params.id), input), { status: 201 }),
  { permission: 'kiosks.manage', body: kioskCommandSchema },
);
