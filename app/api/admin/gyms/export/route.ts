import { gymCsv } from '@/components/admin/gyms/gym-csv';
import { everyGym, gymFilter, listGyms } from '@/lib/gyms';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** The gyms of a filter as CSV. */
export const GET = withPlatformAdmin(
  async ({ db, request }) => {
    const filter = gymFilter(Object.fromEntries(request.nextUrl.searchParams));
    // Refused before the file has begun, where the franchise is none.
    await listGyms(db, filter, 1);
    return gymCsv(everyGym(db, filter));
  },
  { permission: 'customers.read' },
);
