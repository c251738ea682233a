import { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { revokeKiosk } from '@/lib/kiosks/revoke-kiosk';

const nothing = z.object({});

/** Takes a kiosk out of service at once. */
export const POST = withUser<typeof nothing, { id: string }>(
  async ({ db, params }) => {
    await revokeKiosk(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'kiosks.revoke', body: nothing },
);
