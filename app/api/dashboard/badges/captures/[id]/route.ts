import type { z } from 'zod';
import { cancelCapture, getCapture } from '@/lib/badges';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Whether the badge has come. */
export const GET = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => Response.json(await getCapture(db, pathId(params.id))),
  { permission: 'members.read' },
);

/** Waits no more. */
export const DELETE = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => {
    await cancelCapture(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'members.act' },
);
