import { classActiveSchema, setClassActive } from '@/lib/classes';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Takes a class off the programme, or puts it back. */
export const PUT = withUser<typeof classActiveSchema, { id: string }>(
  async ({ db, input, params }) => {
    await setClassActive(db, pathId(params.id), input.active);
    return new Response(null, { status: 204 });
  },
  { permission: 'gym.update', body: classActiveSchema },
);
