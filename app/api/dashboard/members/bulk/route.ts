import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';
import { changeMembers, memberChangeSchema, memberFilter, memberIds } from '@/lib/members';

/** Who is meant by "all of this filter": `{ids, more}`, 500 ids at most. */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const raw = Object.fromEntries(request.nextUrl.searchParams);
    return Response.json(await memberIds(db, gymFor(actor, raw.gym ?? null).id, memberFilter(raw)));
  },
  { permission: 'members.read' },
);

/** Does one thing to up to 500 members: `{changed, change_id}`. */
export const POST = withUser(async ({ db, input }) => Response.json(await changeMembers(db, input)), {
  permission: 'members.update',
  body: memberChangeSchema,
});
