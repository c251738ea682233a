import { assignBadge, assignmentSchema } from '@/lib/badges';
import { withUser } from '@/lib/http/with-user';

/** Gives a member a badge; answers `taken` with its owner where somebody has it. */
export const POST = withUser(async ({ db, input }) => Response.json(await assignBadge(db, input)), {
  permission: 'members.act',
  body: assignmentSchema,
});
