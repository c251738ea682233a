import type { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { deleteMember, memberChangesSchema, saveMember } from '@/lib/member';

/** Writes changed fields, or answers what somebody else wrote meanwhile. */
export const PUT = withUser<typeof memberChangesSchema, { id: string }>(
  async ({ db, input, params }) => Response.json(await saveMember(db, pathId(params.id), input)),
  { permission: 'members.update', body: memberChangesSchema },
);

/** Deletes a member, for 30 days in a way that can be taken back. */
export const DELETE = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => {
    await deleteMember(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'members.update' },
);
