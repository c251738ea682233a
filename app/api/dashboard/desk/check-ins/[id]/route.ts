import type { z } from 'zod';
import { undoCheckIn } from '@/lib/desk';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Takes a check-in by hand back. */
export const DELETE = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => {
    await undoCheckIn(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'members.act' },
);
