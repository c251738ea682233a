import { requirePermission } from '@/lib/auth/permissions';
import { withUser } from '@/lib/http/with-user';
import { previewVisits, previewVisitsInput } from '@/lib/members/imports';

/** What up to 1,000 visits would do in a gym; writes nothing. */
export const POST = withUser(
  async ({ actor, db, input }) => {
    requirePermission(actor, 'members.update', { gymId: input.gym_id });
    return Response.json(await previewVisits(db, input.gym_id, input.rows));
  },
  { permission: 'members.update', body: previewVisitsInput, bodyBytes: 1024 * 1024, limit: 'import' },
);
