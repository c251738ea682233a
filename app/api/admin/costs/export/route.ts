import { costCsv } from '@/components/admin/costs/cost-csv';
import { costFilter, everyCost, listCosts } from '@/lib/costs';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** What each gym of a filter has cost this month as CSV. */
export const GET = withPlatformAdmin(
  async ({ db, request }) => {
    const filter = costFilter(Object.fromEntries(request.nextUrl.searchParams));
    // Refused before the file has begun.
    await listCosts(db, filter, 1);
    return costCsv(everyCost(db, filter));
  },
  { permission: 'costs.read' },
);
