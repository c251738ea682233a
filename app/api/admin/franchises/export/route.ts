import { franchiseCsv } from '@/components/admin/franchises/franchise-csv';
import { everyFranchise, franchiseFilter } from '@/lib/franchises';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** The franchises of a filter as CSV. */
export const GET = withPlatformAdmin(
  ({ db, request }) => {
    const filter = franchiseFilter(Object.fromEntries(request.nextUrl.searchParams));
    return franchiseCsv(everyFranchise(db, filter));
  },
  { permission: 'customers.read' },
);
