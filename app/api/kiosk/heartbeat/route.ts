import { withKiosk } from '@/lib/http/with-kiosk';
import { kioskCookie, tokenFrom } from '@/lib/kiosks/kiosk-cookie';
import { reportHeartbeat } from '@/lib/kiosks/report-heartbeat';
import { heartbeat } from '@/lib/kiosks/schemas';

/** The kiosk's sign of life; answers what it shows and has to do, and renews its cookie or its token. */
export const POST = withKiosk(
  async ({ actor, input, request }) => {
    const beat = await reportHeartbeat(actor, input);
    if (!beat) return new Response(null, { status: 204 });
    const answer = Response.json(beat.screen);
    const token = beat.nextToken ?? tokenFrom(request.cookies);
    if (token) answer.headers.set('set-cookie', kioskCookie(token));
    return answer;
  },
  { body: heartbeat },
);
