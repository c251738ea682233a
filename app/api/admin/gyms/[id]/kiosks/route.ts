import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';
import { createKiosk, newKioskSchema } from '@/lib/kiosks/create-kiosk';

/** Adds a kiosk to a gym; answers its id and its address. */
export const POST = withPlatformAdmin<typeof newKioskSchema, { id: string }>(
  async ({ db, input, params }) =>
    Response.json(await createKiosk(db, pathId(params.id), input), { status: 201 }),
  { permission: 'kiosks.create', body: newKioskSchema },
);
