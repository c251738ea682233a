import { withKiosk } from '@/lib/http/with-kiosk';
import { changeConsent } from '@/lib/voice/change-consent';
import { consentChange } from '@/lib/voice/schemas';

/** Changes one of the member's three answers while they are here. */
export const POST = withKiosk(async ({ actor, input }) => Response.json(await changeConsent(actor, input)), {
  body: consentChange,
});
