import type { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { finishImport } from '@/lib/members/imports';

/** Ends an import: done when all its rows came, else failed. */
export const POST = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => Response.json(await finishImport(db, pathId(params.id))),
  { permission: 'members.update' },
);
