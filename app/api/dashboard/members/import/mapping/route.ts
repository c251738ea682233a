import { requirePermission } from '@/lib/auth/permissions';
import { withUser } from '@/lib/http/with-user';
import { rememberedInput, rememberedMapping } from '@/lib/members/imports';

/** How the columns of a file with these headers were mapped last, or null. The headers are too long for an address. */
export const POST = withUser(
  async ({ actor, db, input }) => {
    requirePermission(actor, 'members.update', { gymId: input.gym_id });
    return Response.json({ mapping: await rememberedMapping(db, input.gym_id, input.source) });
  },
  { permission: 'members.update', body: rememberedInput },
);
