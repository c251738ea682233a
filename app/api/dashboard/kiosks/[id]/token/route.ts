import { z } from 'zod';
import { rotateKioskToken } from '@/lib/fleet';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

const nothing = z.object({});

/** Has a kiosk given a new token with its next heartbeat. */
export const POST = withUser<typeof nothing, { id: string }>(
  async ({ db, params }) => {
    await rotateKioskToken(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'kiosks.manage', body: nothing },
);
