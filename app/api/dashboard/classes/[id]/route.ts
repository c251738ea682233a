import { classChangeSchema, saveClass } from '@/lib/classes';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Changes a class with its weekly slots. */
export const PUT = withUser<typeof classChangeSchema, { id: string }>(
  async ({ db, input, params }) => {
    await saveClass(db, input, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'gym.update', body: classChangeSchema },
);
