import { withKiosk } from '@/lib/http/with-kiosk';
import { reportEvents } from '@/lib/voice/calls/report-events';
import { voiceEvents } from '@/lib/voice/calls/schemas';

/** What was said, used and measured in a call, in batches; the same number again changes nothing. */
export const POST = withKiosk(async ({ actor, input }) => Response.json(await reportEvents(actor, input)), {
  body: voiceEvents,
});
