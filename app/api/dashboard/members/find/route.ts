import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';
import { listMembers, memberFilter } from '@/lib/members';

const FOUND = 8;

/** The first members that a search finds, for fields that choose one: [{id, first_name, last_name, badge_id}]. */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const { gym: asked, search } = Object.fromEntries(request.nextUrl.searchParams);
    const gym = gymFor(actor, asked);
    const filter = memberFilter(search === undefined ? {} : { search });
    if (!filter.search) return Response.json([]);
    const { rows } = await listMembers(db, gym.id, { ...filter, sort: 'name' }, FOUND);
    const found = rows.map(({ id, first_name, last_name, badge_id }) => ({
      id,
      first_name,
      last_name,
      badge_id,
    }));
    return Response.json(found);
  },
  { permission: 'members.read' },
);
