import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { NextRequest } from 'next/server';
import { POST as act } from '../../app/api/dashboard/alerts/[id]/route.ts';
import { GET as health } from '../../app/api/health/route.ts';
import { serverClient } from '../../lib/supabase/server.ts';
import { inRequest } from '../support/next-headers.ts';
import { percentile, timeAll } from './measure.ts';

const rounds = 2_000;
const burst = 90;
/** What the app reads from its environment here; set before this module is loaded. */
const { APP_URL: origin = '', SUPABASE_URL: backend = '' } = process.env;

/** A backend within this process that answers at once: what is left is the chain's own work. */
async function standIn() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' };
  const gym = {
    id: randomUUID(),
    name: 'Vaise',
    city: 'Lyon',
    franchise_name: null,
    status: 'active',
    owner_reads_conversations: false,
    locale: 'fr',
    timezone: 'Europe/Paris',
    currency: 'EUR',
    support: null,
  };
  const actor = (id: string) => ({
    id,
    email: 'a@b.example',
    full_name: 'Camille',
    role: 'gym_manager',
    language: 'fr',
    gyms: [gym],
    open_alerts: { [gym.id]: 3 },
    support: null,
    visitors: [],
  });
  const tokenFor = (id: string) =>
    new SignJWT({ role: 'authenticated', aal: 'aal1', session_id: randomUUID(), email: 'a@b.example' })
      .setProtectedHeader({ alg: 'ES256', kid: 'bench' })
      .setSubject(id)
      .setIssuer(`${backend}/auth/v1`)
      .setAudience('authenticated')
      .setExpirationTime('1h')
      .setIssuedAt()
      .sign(privateKey);
  let person = '';
  globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input));
    if (pathname.endsWith('/jwks.json')) return Response.json({ keys: [jwk] });
    if (pathname.endsWith('/rpc/get_actor')) return Response.json(actor(person));
    if (pathname.endsWith('/token')) {
      const user = { id: person, aud: 'authenticated', email: 'a@b.example' };
      const access_token = await tokenFor(person);
      return Response.json({
        access_token,
        refresh_token: 'r',
        token_type: 'bearer',
        expires_in: 3600,
        user,
      });
    }
    throw new Error(`The chain asked for ${init?.method ?? 'GET'} ${pathname}.`);
  };
  return (id: string) => {
    person = id;
  };
}

/** The cookies of a signed-in person, as the app's own client writes them. */
async function signIn(): Promise<Map<string, string>> {
  const { set } = await inRequest(new Map(), new Headers(), async () => {
    const { error } = await (await serverClient()).auth.signInWithPassword({
      email: 'a@b.example',
      password: 'x',
    });
    if (error) throw error;
    return new Response();
  });
  return new Map(set.map(({ name, value }) => [name, value]));
}

/**
 * Medians in milliseconds of the routes' own handlers in this process, with a backend that answers at once: `empty` is a
 * function that only answers, `outer` the empty route in its wrapper, `chain` a signed-in person's write that ends at
 * its body.
 */
export async function measureChain(): Promise<{ empty: number; outer: number; chain: number }> {
  const become = await standIn();
  const empty = async () => Response.json({ status: 'ok' });
  let jar = new Map<string, string>();
  let asked = 0;

  const run = async (
    path: string,
    init: { method?: string; body?: string },
    route: typeof act,
    status: number,
  ) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers({ origin, cookie, ...(init.body && { 'content-type': 'application/json' }) });
    const request = new NextRequest(origin + path, { ...init, headers });
    const params = Promise.resolve({ id: randomUUID() });
    const { response } = await inRequest(jar, headers, () => route(request, { params }));
    await response.text();
    if (response.status !== status) throw new Error(`${path} answered ${response.status}.`);
  };
  const write = async () => {
    // The limit of a person is met on purpose: a new one takes over.
    if (asked++ % burst === 0) {
      become(randomUUID());
      jar = await signIn();
    }
    await run('/api/dashboard/alerts/x', { method: 'POST', body: '{"action":"nothing"}' }, act, 422);
  };
  const times = await timeAll(
    {
      empty: () => run('/api/health', {}, empty as unknown as typeof act, 200),
      outer: () => run('/api/health', {}, health as unknown as typeof act, 200),
      chain: write,
    },
    rounds,
  );
  return {
    empty: percentile(times.empty, 0.5),
    outer: percentile(times.outer, 0.5),
    chain: percentile(times.chain, 0.5),
  };
}
