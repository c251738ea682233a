import type { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { undoImport } from '@/lib/members/imports';

/** Takes 500 changes of an import back, but for what somebody changed or met since; called until `left` is 0. */
export const POST = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => Response.json(await undoImport(db, pathId(params.id))),
  { permission: 'members.update', limit: 'import' },
);
