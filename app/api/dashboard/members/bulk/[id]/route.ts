import type { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { undoMemberChange } from '@/lib/members';

/** Takes one's own change of many members back within ten minutes: `{changed, kept}`. */
export const DELETE = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => Response.json(await undoMemberChange(db, pathId(params.id))),
  { permission: 'members.update' },
);
