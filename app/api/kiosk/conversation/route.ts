import { withKiosk } from '@/lib/http/with-kiosk';
import { conversationStart } from '@/lib/voice/schemas';
import { startConversation } from '@/lib/voice/start-conversation';

/** Opens the conversation of a scan with the member's choices; answers JARVIS's first sentence. */
export const POST = withKiosk(
  async ({ actor, input }) => Response.json(await startConversation(actor, input), { status: 201 }),
  { body: conversationStart, limit: 'voice' },
);
