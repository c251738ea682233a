import 'server-only';
import { orNotFound } from '@/lib/member';
import { pathId } from '@/lib/http/path-id';
import { serverClient } from '@/lib/supabase/server';
import { getKiosk, kioskVersion } from './get-kiosk';
import type { curveHours, KioskDetail } from './schemas';

/** The kiosk of an address with the version that its page watches; what cannot be found is the page that says so. */
export function openKiosk(
  id: string,
  hours: (typeof curveHours)[number],
): Promise<{ kiosk: KioskDetail; version: string }> {
  const read = async () => {
    const kioskId = pathId(id);
    const db = await serverClient();
    // Read before the page's data, so that no change falls between the two.
    const version = await kioskVersion(db, kioskId);
    return { version, kiosk: await getKiosk(db, kioskId, hours) };
  };
  return orNotFound(read());
}
