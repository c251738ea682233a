import type { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { restoreMember } from '@/lib/member';

/** Brings a deleted member back. */
export const POST = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => {
    await restoreMember(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'members.update' },
);
