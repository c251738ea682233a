import { userCsv } from '@/components/admin/users/user-csv';
import { withPlatformAdmin } from '@/lib/http/with-user';
import { everyUser, listUsers, userFilter } from '@/lib/users';

/** The people and open invitations of a filter as CSV. */
export const GET = withPlatformAdmin(
  async ({ db, request }) => {
    const filter = userFilter(Object.fromEntries(request.nextUrl.searchParams));
    // Refused before the file has begun, where the customer is none.
    await listUsers(db, filter, 1);
    return userCsv(everyUser(db, filter));
  },
  { permission: 'customers.read' },
);
