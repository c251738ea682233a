import { z } from 'zod';
import { undoBadge } from '@/lib/badges';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

const nothing = z.strictObject({});

/** Takes back what was done to a badge a moment ago. */
export const POST = withUser<typeof nothing, { id: string }>(
  async ({ db, params }) => {
    await undoBadge(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'members.act', body: nothing },
);
