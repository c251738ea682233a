import { requirePermission } from '@/lib/auth/permissions';
import { withUser } from '@/lib/http/with-user';
import { startImport, startInput } from '@/lib/members/imports';

/** Begins an import: what file it is, how its columns were mapped, which rows could not be read. */
export const POST = withUser(
  async ({ actor, db, input }) => {
    requirePermission(actor, 'members.update', { gymId: input.gym_id });
    return Response.json({ id: await startImport(db, input) }, { status: 201 });
  },
  // Where every row of the longest file is wrong, each says why.
  { permission: 'members.update', body: startInput, bodyBytes: 4 * 1024 * 1024 },
);
