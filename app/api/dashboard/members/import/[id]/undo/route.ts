import type { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { undoImport } from '@/lib/members/imports';

/** Takes a whole import back, but for what somebody changed or met since. */
export const POST = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => Response.json(await undoImport(db, pathId(params.id))),
  { permission: 'members.update' },
);
