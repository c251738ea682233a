import { kioskCsv } from '@/components/dashboard/kiosks/kiosk-csv';
import { everyKiosk, kioskFilter, listKiosks } from '@/lib/fleet';
import { withUser } from '@/lib/http/with-user';

/** The kiosks of a filter as CSV. */
export const GET = withUser(
  async ({ db, request }) => {
    const filter = kioskFilter(Object.fromEntries(request.nextUrl.searchParams));
    // Refused before the file has begun, where the gym is none of theirs.
    await listKiosks(db, filter, 1);
    return kioskCsv(everyKiosk(db, filter));
  },
  { permission: 'kiosks.read' },
);
