import { badgeEndSchema, endBadge } from '@/lib/badges';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Ends a badge: lost or given back. */
export const PUT = withUser<typeof badgeEndSchema, { id: string }>(
  async ({ db, input, params }) => {
    await endBadge(db, pathId(params.id), input.reason);
    return new Response(null, { status: 204 });
  },
  { permission: 'members.act', body: badgeEndSchema },
);
