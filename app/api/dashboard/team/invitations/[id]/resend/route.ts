import { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { resendInvitation } from '@/lib/team';

const nothing = z.object({});

/** Sends an invitation again. */
export const POST = withUser<typeof nothing, { id: string }>(
  async ({ db, params }) => {
    await resendInvitation(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'team.invite', body: nothing },
);
