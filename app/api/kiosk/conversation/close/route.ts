import { withKiosk } from '@/lib/http/with-kiosk';
import { closeConversation } from '@/lib/voice/close-conversation';
import { conversationClose } from '@/lib/voice/schemas';

/** Ends the conversation; a page that goes away sends this as a beacon. */
export const POST = withKiosk(
  async ({ actor, input }) => Response.json(await closeConversation(actor, input)),
  { body: conversationClose },
);
