import { NextRequest } from 'next/server';
import { inject } from 'vitest';
import { createDb } from '../../supabase/functions/_shared/db.ts';
import { endSessions } from '../../supabase/functions/end-sessions/handler.ts';
import { secretClient, sql } from './clients.ts';
import { kioskCalls } from './kiosk-calls.ts';
import { createGym, createKiosk, createMember } from './tenants.ts';
import { origin, Visitor } from './visitor.ts';
import type { VoiceProvider } from './voice-provider.ts';

export const offer = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\n';
const everything = { talk: true, analyse: true, remember: true };

/** A kiosk in a gym of its own, with a member who has begun to talk there. */
export async function talking(o: { gym?: { id: string; name: string }; consents?: object } = {}) {
  const gym = o.gym ?? (await createGym());
  const kiosk = await createKiosk(gym);
  const member = await createMember(gym, { first_name: 'Ana' });
  const browser = new Visitor();
  browser.jar.set('kiosk', kiosk.token);
  const calls = kioskCalls(secretClient(), kiosk.tokenHash);
  const { conversation_id } = await calls.start(member.badgeHash, o.consents ?? everything);
  const id = String(conversation_id);
  const row = async () => (await sql()`select * from public.openai_realtime_sessions where id = ${id}`)[0]!;
  const token = async () => String((await browser.post('/api/voice/tokens')).body.token);
  return {
    gym,
    kiosk,
    member,
    browser,
    calls,
    id,
    row,
    token,
    connect: (given: string) => connect(kiosk, given),
  };
}

/** What the browser's package sends: raw SDP with the one-time token. */
export async function connect(
  kiosk: { token: string },
  token: string | null,
  o: { body?: string; type?: string } = {},
) {
  const { POST } = await import('../../app/api/voice/calls/route.ts');
  const request = new NextRequest(`${origin}/api/voice/calls`, {
    method: 'POST',
    body: o.body ?? offer,
    headers: {
      origin,
      cookie: `kiosk=${kiosk.token}`,
      'content-type': o.type ?? 'application/sdp',
      ...(token && { authorization: `Bearer ${token}` }),
    },
  });
  const answer = await POST(request, { params: Promise.resolve({}) });
  const text = await answer.text();
  const code = answer.ok ? null : String(JSON.parse(text).code);
  return { status: answer.status, code, text, location: answer.headers.get('location') };
}

/** What the job does: end-sessions hangs up what it is given. */
export function hangUp(provider: VoiceProvider) {
  const { url, secret_key } = inject('backend');
  return endSessions(createDb(url, secret_key), { url: provider.url, apiKey: provider.apiKey });
}
