import { leftInput, setLeft } from '@/lib/desk';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Somebody has left, or has not after all. */
export const PUT = withUser<typeof leftInput, { id: string }>(
  async ({ db, input, params }) => {
    await setLeft(db, pathId(params.id), input.left);
    return new Response(null, { status: 204 });
  },
  { permission: 'members.act', body: leftInput },
);
