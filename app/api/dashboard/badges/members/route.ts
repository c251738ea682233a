import { listBadgeMembers } from '@/lib/badges';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';
import { param } from '@/lib/utils/search-params';

/** Members to give a badge to, by name; `without=1` leaves those who have none. */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const raw = Object.fromEntries(request.nextUrl.searchParams);
    const gym = gymFor(actor, raw.gym);
    const filter = {
      search: param(raw, 'search'),
      without: raw.without === '1',
      cursor: param(raw, 'cursor'),
    };
    return Response.json(await listBadgeMembers(db, gym.id, filter));
  },
  { permission: 'members.read' },
);
