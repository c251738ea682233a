import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { secretClient, sql } from '../support/clients.ts';
import { createStaff } from '../support/tenants.ts';
import { ask, cookiesOf, rawExchange } from './support/http.ts';
import { inOrder } from './support/pool.ts';
import { makePeople, signInAs } from './support/people.ts';
import { makeTenant, type Tenant } from './support/world.ts';

let tenant: Tenant;

beforeAll(async () => {
  tenant = await makeTenant();
});

afterAll(() => sql().end());

/** Where people hope that a page sends its visitor: each has been somebody's hole. */
const tricks = [
  'https://evil.example',
  'http://evil.example/dashboard',
  '//evil.example',
  '///evil.example',
  '////evil.example/%2e%2e',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/%5cevil.example',
  '/%2f/evil.example',
  '/%2fevil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  '/a/..//evil.example',
  '/a/../..//evil.example',
  '/dashboard/..//evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '\u0000//evil.example',
  '/\u0009/evil.example',
  '/\u00a0/evil.example',
  '/\u2028/evil.example',
  '/\uff0fevil.example',
  '/\u3002evil.example',
  '/@evil.example',
  '@evil.example',
  'evil.example',
  '.evil.example',
  ':80@evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:\\\\evil.example',
  'hTTps://evil.example',
  'javascript:alert(1)//',
  'javascript://evil.example/%0aalert(1)',
  'data:text/html,evil.example',
  'blob:https://evil.example',
  '/dashboard\r\nlocation: https://evil.example',
  '/dashboard%0d%0alocation:%20https://evil.example',
  '/login?next=//evil.example',
  '/;//evil.example',
  '/?//evil.example',
  '/#//evil.example',
  '//evil.example@localhost',
  '//localhost@evil.example',
  'http://localhost@evil.example',
  '//[::1]@evil.example',
];

/** Where a browser on our page goes when it is told this; throws when it cannot be told. */
function staysHere(location: string): boolean {
  const { origin } = new URL(inject('app').url);
  const target = new URL(location, `${origin}/login`);
  return target.origin === origin || target.origin === origin.replace('localhost', '127.0.0.1');
}

it('are many', () => {
  expect(new Set(tricks).size).toBeGreaterThanOrEqual(40);
});

describe('?next=', () => {
  it('of /login leads whoever is signed in to a page of ours', async () => {
    const people = await makePeople(1, { role: 'gym_manager', name: tenant.mark, gymId: tenant.gymId });
    const { cookie } = await signInAs(people[0]!);
    const found = await inOrder(tricks, 8, async (trick) => {
      const answer = await ask({ path: `/login?next=${encodeURIComponent(trick)}`, cookie });
      const { location = '' } = answer.headers;
      return answer.status === 307 && staysHere(location) ? [] : [`${trick} -> ${answer.status} ${location}`];
    });
    expect(found.flat()).toEqual([]);
  });

  it('of the pages of signing in leaves nothing behind in a page that nobody is signed in to', async () => {
    const found = await inOrder(tricks, 8, async (trick) => {
      const faults: string[] = [];
      for (const page of ['/login', '/auth/confirm', '/auth/mfa', '/auth/setup', '/auth/reset']) {
        const answer = await ask({ path: `${page}?next=${encodeURIComponent(trick)}` });
        const { location } = answer.headers;
        if (answer.status >= 500 || (location && !staysHere(location)))
          faults.push(`${page} ${trick} -> ${answer.status} ${location}`);
        for (const [, address = ''] of answer.text.matchAll(/(?:href|action)="([^"]*)"/g))
          if (/^(?:javascript|data|blob):/i.test(address) || !staysHere(address.replaceAll('&amp;', '&')))
            faults.push(`${page} ${trick}: links to ${address}`);
      }
      return faults;
    });
    expect(found.flat()).toEqual([]);
  });

  it('of a link from a mail leads to a path of ours', async () => {
    const person = await createStaff({ role: 'gym_manager', gym: { id: tenant.gymId } });
    const faults: string[] = [];
    for (const trick of tricks) {
      const { data, error } = await secretClient().auth.admin.generateLink({
        type: 'magiclink',
        email: person.email,
      });
      if (error) throw error;
      const { hashed_token: token_hash } = data.properties;
      const answer = await ask({
        path: '/api/auth/confirm',
        body: { token_hash, type: 'magiclink', next: trick },
      });
      const { next } = JSON.parse(answer.text) as { next?: string };
      if (
        answer.status !== 200 ||
        !next?.startsWith('/') ||
        !staysHere(next) ||
        /[\\\p{Cc}]|^\/\//u.test(next)
      )
        faults.push(`${trick} -> ${answer.status} ${next}`);
    }
    expect(faults).toEqual([]);
  });

  it('is kept by the way through the second factor as a path of ours', async () => {
    const people = await makePeople(1, { role: 'super_admin', name: 'Platform' });
    const { cookie } = await signInAs(people[0]!);
    const found = await inOrder(tricks, 8, async (trick) => {
      const answer = await ask({ path: `/login?next=${encodeURIComponent(trick)}`, cookie });
      const { location = '' } = answer.headers;
      const kept = new URL(location, inject('app').url).searchParams.get('next');
      const isOwn = staysHere(location) && (kept === null || (kept.startsWith('/') && staysHere(kept)));
      return isOwn ? [] : [`${trick} -> ${location}`];
    });
    expect(found.flat()).toEqual([]);
  });
});

describe('a made-up host', () => {
  const { host } = new URL(inject('app').url);
  const headers: Record<string, string>[] = [
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { 'x-forwarded-proto': 'javascript' },
    { forwarded: 'host=evil.example;proto=https' },
    { 'x-host': 'evil.example', 'x-original-host': 'evil.example' },
    { 'x-original-url': '/api/health', 'x-rewrite-url': '/api/health' },
    { host: `${host}@evil.example` },
    { host: `${host}.evil.example` },
  ];

  it.each(headers.map((one) => [JSON.stringify(one), one] as const))(
    'is not spoken of: %s',
    async (_name, made) => {
      for (const path of [
        '/dashboard',
        '/dashboard/',
        '//dashboard',
        '/login?next=/dashboard',
        '/nothing',
        '/api/nothing',
      ]) {
        const answer = await ask({ path, headers: made });
        expect([path, answer.status < 500]).toEqual([path, true]);
        expect(`${JSON.stringify(answer.headers)}${answer.text}`, path).not.toContain('evil.example');
      }
    },
  );

  it('does not make another page’s writes our own', async () => {
    const { cookie } = await signInAs(
      (await makePeople(1, { role: 'gym_manager', name: tenant.mark, gymId: tenant.gymId }))[0]!,
    );
    for (const made of headers) {
      const origin = 'https://evil.example';
      const answer = await ask({ path: '/api/preferences', body: {}, cookie, origin, headers: made });
      expect([JSON.stringify(made), answer.status]).toEqual([JSON.stringify(made), 403]);
    }
  });

  it('is answered without a name of its own when there is none', async () => {
    expect(await rawExchange('GET /dashboard HTTP/1.0\r\n\r\n')).not.toContain('evil.example');
  });
});

it('a sign-in leads nowhere by itself: its answer names a step, not an address', async () => {
  const person = await createStaff({ role: 'gym_manager', gym: { id: tenant.gymId } });
  const { email, password } = person;
  const answer = await ask({
    path: '/api/auth/sign-in?next=//evil.example',
    body: { email, password, next: '//evil.example' },
  });
  expect([answer.status, answer.text]).toEqual([200, '{"next":"dashboard"}']);
  expect(cookiesOf(answer)).toContain('sb-jarvis');
});
