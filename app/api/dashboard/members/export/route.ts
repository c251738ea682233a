import { memberCsv } from '@/components/dashboard/members/member-csv';
import { can } from '@/lib/auth/permissions';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';
import { everyMember, memberFilter } from '@/lib/members';

/** The members of a filter as CSV; e-mail and phone only for roles that may see them (rule T6). */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const gym = gymFor(actor, request.nextUrl.searchParams.get('gym'));
    const filter = memberFilter(Object.fromEntries(request.nextUrl.searchParams));
    const contact = can(actor, 'members.contact', { gymId: gym.id });
    return memberCsv(everyMember(db, gym.id, filter), gym.timezone, contact);
  },
  { permission: 'members.read' },
);
