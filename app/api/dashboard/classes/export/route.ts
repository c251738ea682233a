import { classCsv } from '@/components/dashboard/classes/class-csv';
import { classFilter, filterClasses, listClasses } from '@/lib/classes';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';

/** The week of a filter as CSV. */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const gym = gymFor(actor, query.gym);
    const filter = classFilter(query);
    const { dates, monday } = await listClasses(db, gym.id, filter.week);
    return classCsv(filterClasses(dates, filter), monday, gym.timezone);
  },
  { permission: 'gym.read' },
);
