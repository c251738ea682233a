import { kioskChangesSchema, saveKiosk } from '@/lib/fleet';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Saves what was changed of a kiosk; `conflict` when somebody else was faster. */
export const PUT = withUser<typeof kioskChangesSchema, { id: string }>(
  async ({ db, params, input }) => Response.json(await saveKiosk(db, pathId(params.id), input)),
  { permission: 'kiosks.manage', body: kioskChangesSchema },
);
