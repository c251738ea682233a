import type { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { revokeInvitation } from '@/lib/team';

/** Takes an invitation back. */
export const DELETE = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => {
    await revokeInvitation(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'team.invite' },
);
