import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { changePerson, personChangeSchema } from '@/lib/team';

/** Changes somebody's role with its scope, or whether they are active. */
export const PUT = withUser<typeof personChangeSchema, { id: string }>(
  async ({ db, input, params }) => {
    await changePerson(db, pathId(params.id), input);
    return new Response(null, { status: 204 });
  },
  { permission: 'team.manage', body: personChangeSchema },
);
