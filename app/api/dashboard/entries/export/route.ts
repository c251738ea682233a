import { entryCsv } from '@/components/dashboard/badges/entry-csv';
import { entryFilter, everyEntry } from '@/lib/badges';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';
import { serverFormat } from '@/lib/i18n/server-format';

/** The reads of a filter as CSV, without numbers. */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const gym = gymFor(actor, request.nextUrl.searchParams.get('gym'));
    const filter = entryFilter(Object.fromEntries(request.nextUrl.searchParams));
    const format = await serverFormat(gym.timezone);
    return entryCsv(everyEntry(db, gym.id, filter, format.localDay(new Date())), format);
  },
  { permission: 'members.read' },
);
