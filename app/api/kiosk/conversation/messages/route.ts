import { withKiosk } from '@/lib/http/with-kiosk';
import { answerMessage } from '@/lib/voice/answer-message';
import { message } from '@/lib/voice/schemas';

/** What the member said; answers JARVIS's reply. The same number again answers the same reply. */
export const POST = withKiosk(async ({ actor, input }) => Response.json(await answerMessage(actor, input)), {
  body: message,
});
