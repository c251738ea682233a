import { freePlace } from '@/lib/classes';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import type { z } from 'zod';

/** Takes a place back, or declines a request. */
export const DELETE = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => {
    await freePlace(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'members.act' },
);
