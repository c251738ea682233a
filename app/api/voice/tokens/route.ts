import { z } from 'zod';
import { withKiosk } from '@/lib/http/with-kiosk';
import { issueToken } from '@/lib/voice/calls/issue-token';

/** A one-time token for a call of the open conversation, with the session that the browser keeps. */
export const POST = withKiosk(async ({ actor }) => Response.json(await issueToken(actor)), {
  body: z.object({}),
  limit: 'voice',
});
