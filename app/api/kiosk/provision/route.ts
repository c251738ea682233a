import { withAnyone } from '@/lib/http/with-anyone';
import { kioskCookie } from '@/lib/kiosks/kiosk-cookie';
import { provisionKiosk } from '@/lib/kiosks/provision-kiosk';
import { pairing } from '@/lib/kiosks/schemas';

/** Pairs this device with a kiosk; the answer keeps its token in a cookie. */
export const POST = withAnyone(
  async ({ input }) => {
    const token = await provisionKiosk(input);
    return new Response(null, { status: 204, headers: { 'set-cookie': kioskCookie(token) } });
  },
  { body: pairing, limit: 'pairing', event: 'kiosk_paired' },
);
