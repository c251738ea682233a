import { withKiosk } from '@/lib/http/with-kiosk';
import { scanBadge } from '@/lib/kiosks/scan-badge';
import { badgeRead } from '@/lib/kiosks/schemas';

/** A badge at the reader: whom to greet, or a problem whose code says why not. */
export const POST = withKiosk(async ({ actor, input }) => Response.json(await scanBadge(actor, input)), {
  body: badgeRead,
});
