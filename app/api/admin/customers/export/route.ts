import { customersCsv } from '@/components/admin/customers/customers-csv';
import { customerFilter, everyCustomer } from '@/lib/customers';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Every customer of the list's filters as CSV. */
export const GET = withPlatformAdmin(
  async ({ db, request }) => {
    const filter = customerFilter(Object.fromEntries(request.nextUrl.searchParams));
    return customersCsv(everyCustomer(db, filter));
  },
  { permission: 'customers.read' },
);
