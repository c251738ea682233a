import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { eraseInput, eraseMember } from '@/lib/rights';

/** Erases a member for good: {erased_at, reached: how many of each kind}. */
export const POST = withUser<typeof eraseInput, { id: string }>(
  async ({ db, input, params }) => Response.json(await eraseMember(db, pathId(params.id), input.confirm)),
  { permission: 'members.update', body: eraseInput },
);
