import { requirePermission } from '@/lib/auth/permissions';
import { withUser } from '@/lib/http/with-user';
import { previewInput, previewRows } from '@/lib/members/imports';

/** What up to 500 rows would do in a gym; writes nothing. */
export const POST = withUser(
  async ({ actor, db, input }) => {
    requirePermission(actor, 'members.update', { gymId: input.gym_id });
    return Response.json(await previewRows(db, input.gym_id, input.rows));
  },
  { permission: 'members.update', body: previewInput, bodyBytes: 1024 * 1024, limit: 'import' },
);
