import { withKiosk } from '@/lib/http/with-kiosk';
import { declineTalk, talkDecline } from '@/lib/voice/decline-talk';

/** Keeps a member's no to talking: from then on their badge only opens the door. */
export const POST = withKiosk(async ({ actor, input }) => Response.json(await declineTalk(actor, input)), {
  body: talkDecline,
});
