import { withKiosk } from '@/lib/http/with-kiosk';
import { kioskCookie, tokenFrom } from '@/lib/kiosks/kiosk-cookie';
import { reportHeartbeat } from '@/lib/kiosks/report-heartbeat';
import { heartbeat } from '@/lib/kiosks/schemas';

/** The kiosk's sign of life; answers what it shows and renews its cookie. */
export const POST = withKiosk(
  async ({ actor, input, request }) => {
    const answer = Response.json(await reportHeartbeat(actor, input));
    const token = tokenFrom(request.cookies);
    if (token) answer.headers.set('set-cookie', kioskCookie(token));
    return answer;
  },
  { body: heartbeat },
);
