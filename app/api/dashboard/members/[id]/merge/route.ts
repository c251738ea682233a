import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { mergeMembers, mergeSchema } from '@/lib/member';

/** Makes another member one with this one. */
export const POST = withUser<typeof mergeSchema, { id: string }>(
  async ({ db, input, params }) => {
    await mergeMembers(db, pathId(params.id), input);
    return new Response(null, { status: 204 });
  },
  { permission: 'members.update', body: mergeSchema },
);
