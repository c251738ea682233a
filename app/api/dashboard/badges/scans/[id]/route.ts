import { assignScan, scanAssignmentSchema } from '@/lib/badges';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Gives a member the badge that a kiosk has read; its number stays unseen. */
export const POST = withUser<typeof scanAssignmentSchema, { id: string }>(
  async ({ db, input, params }) => Response.json(await assignScan(db, pathId(params.id), input)),
  { permission: 'members.act', body: scanAssignmentSchema },
);
