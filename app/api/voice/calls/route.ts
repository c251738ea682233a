import { AppError } from '@/lib/errors';
import { readText } from '@/lib/http/body';
import { withKiosk } from '@/lib/http/with-kiosk';
import { callTokenFrom } from '@/lib/voice/calls/call-token';
import { connectCall } from '@/lib/voice/calls/connect-call';

/** The browser's offer for the provider's answer; the kiosk's cookie and a one-time token together. */
export const POST = withKiosk(async ({ actor, request, signal }) => {
  const token = callTokenFrom(request.headers);
  // Without a token nothing is read: whose kiosk it is, and that there is no such token, is for the verb to say.
  const offer = token ? await readText(request, 'application/sdp', signal) : '';
  if (token && !offer.startsWith('v=0'))
    throw new AppError('invalid_input', { fields: [{ field: 'body', code: 'invalid' }] });
  const { sdp, callId } = await connectCall(actor, token ?? '', offer, signal);
  return new Response(sdp, {
    status: 201,
    headers: { 'content-type': 'application/sdp', location: `/api/voice/calls/${callId}` },
  });
});
