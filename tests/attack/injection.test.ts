import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { mailsTo } from '../support/mailbox.ts';
import { faultsOf } from './support/faults.ts';
import { ask, rawExchange } from './support/http.ts';
import { makePeople, type SignIn, signInAs } from './support/people.ts';
import { makeAlert, makeTenant, type Tenant } from './support/world.ts';

let tenant: Tenant;
let manager: SignIn;

beforeAll(async () => {
  tenant = await makeTenant();
  const [made] = await makePeople(1, { role: 'gym_manager', name: tenant.mark, gymId: tenant.gymId });
  manager = await signInAs(made!);
});

afterAll(() => sql().end());

describe('line ends', () => {
  const planted = 'Camille\r\nBcc: victim@example.test\r\nSet-Cookie: a=b\u2028\u0085x\0';

  it('in names and places do not become lines of a mail', async () => {
    await sql()`update public.gyms set name = ${`Salle\r\nBcc: victim@example.test ${tenant.mark}`} where id = ${tenant.gymId}`;
    const profile = { full_name: planted, language: 'fr' };
    const named = await ask({
      method: 'PUT',
      path: '/api/dashboard/settings/profile',
      cookie: manager.cookie,
      body: profile,
    });
    expect([204, 422]).toContain(named.status);
    const email = `invited-${Date.now()}@example.test`;
    const body = { email, full_name: planted, language: 'fr', role: 'gym_staff', gym_id: tenant.gymId };
    const invited = await ask({ path: '/api/dashboard/team/invitations', cookie: manager.cookie, body });
    expect([201, 422]).toContain(invited.status);
    if (invited.status === 422) {
      const again = await ask({
        path: '/api/dashboard/team/invitations',
        cookie: manager.cookie,
        body: { ...body, full_name: 'Camille' },
      });
      expect(again.status).toBe(201);
    }
    await expect.poll(async () => (await mailsTo(email)).length, { timeout: 20_000, interval: 100 }).toBe(1);
    const [mail] = await mailsTo(email);
    expect(mail?.subject).not.toMatch(/[\r\n\u2028\u0085\0]/);
    expect(await mailsTo('victim@example.test')).toEqual([]);
    expect(mail?.html).not.toMatch(/<script|onerror/i);
  });

  it.each([
    '/login?next=%0d%0aset-cookie:%20planted=1',
    '/dashboard%0d%0aset-cookie:%20planted=1',
    '/dashboard?x=%0d%0aset-cookie:%20planted=1',
    '/api/nothing%0d%0aset-cookie:%20planted=1',
    '/kiosk/%0d%0aset-cookie:planted=1',
    '//%0d%0aset-cookie:%20planted=1/',
    '/%E5%98%8A%E5%98%8Dset-cookie:planted=1',
  ])('in an address do not become headers: %s', async (path) => {
    const answer = await ask({ path });
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers['set-cookie']?.join() ?? '').not.toContain('planted');
    expect(Object.values(answer.headers).join(' ')).not.toMatch(/\r|\n/);
  });

  it.each([
    { locale: 'fr\r\nset-cookie: planted=1' },
    { theme: 'dark\r\nset-cookie: planted=1' },
    { gym: '00000000-0000-4000-8000-000000000000\r\nset-cookie: planted=1' },
    { gym: '00000000-0000-4000-8000-000000000000; domain=example.test' },
  ])('in a preference do not become a cookie: %j', async (body) => {
    expect((await ask({ path: '/api/preferences', body })).status).toBe(422);
  });

  it('in headers that we read are not echoed', async () => {
    const raw = await rawExchange(
      `GET /api/nothing HTTP/1.1\r\nhost: ${new URL(inject('app').url).host}\r\nx-locale: fr\x0b\r\n` +
        'accept-language: fr\rset-cookie: planted=1\r\nconnection: close\r\n\r\n',
    );
    expect(raw).not.toMatch(/set-cookie: planted/i);
  });
});

describe('paths', () => {
  const secrets = [
    '"dependencies"',
    'signing_key',
    'root:x:0',
    'SUPABASE_SECRET_KEY',
    'create table',
    'use server',
    '[core]',
  ];

  it.each([
    '/../package.json',
    '/../../../../../../etc/passwd',
    '/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/%252e%252e%252fetc%252fpasswd',
    '/..%5c..%5cetc%5cpasswd',
    '/..;/package.json',
    '/.env',
    '/.env.local',
    '/.git/config',
    '/.data/keys.json',
    '/.next/BUILD_ID',
    '/.next/server/app/login/page.js',
    '/package.json',
    '/next.config.ts',
    '/supabase/config.toml',
    '/supabase/migrations/20261121090000_foundations.sql',
    '/_next/../package.json',
    '/_next/static/../../package.json',
    '/_next/static/..%2f..%2f..%2fpackage.json',
    '/_next/static/%2e%2e/%2e%2e/server/middleware.js',
    '/_next/static/chunks/..%2f..%2f..%2fserver%2fapp-paths-manifest.json',
    '/_next/image?url=file:///etc/passwd&w=64&q=75',
    '/_next/image?url=%2F..%2F..%2Fetc%2Fpasswd&w=64&q=75',
    '/_next/image?url=http%3A%2F%2F169.254.169.254%2Flatest&w=64&q=75',
    '/_next/image?url=http%3A%2F%2F127.0.0.1%3A54321%2F&w=64&q=75',
    '/_next/data/x/index.json',
    '/api/../.env',
    '/api/dashboard/..%2f..%2f..%2fpackage.json',
    '/api/jarvis/tools/..%2f..%2f..%2fpackage.json',
    '/kiosk/..%2f..%2fpackage.json',
    '/kiosk/%00',
    '/%00',
    '/%',
    '/%c0%ae%c0%ae/package.json',
    '/_debug',
    '/__nextjs_original-stack-frame?file=/etc/passwd',
    '/__nextjs_source-map?filename=/etc/passwd',
    '/_next/webpack-hmr',
    '/login.js.map',
  ])('%s leads to nothing of ours', async (path) => {
    const answer = await ask({ path });
    expect(answer.status).toBeLessThan(500);
    for (const secret of secrets) expect(answer.text).not.toContain(secret);
    if (answer.status === 200) expect(answer.headers['content-type']).toMatch(/^text\/html/);
  });

  it('hold no source maps of the app', async () => {
    const page = await ask({ path: '/login' });
    const scripts = [...page.text.matchAll(/src="(\/_next\/static\/[^"?]+\.js)/g)].map(([, path]) => path!);
    expect(scripts.length).toBeGreaterThan(2);
    for (const path of scripts.slice(0, 6)) expect((await ask({ path: `${path}.map` })).status).toBe(404);
  });
});

describe('methods', () => {
  it('are what they are, whatever a header or a field says', async () => {
    const alert = await makeAlert(tenant);
    const path = `/api/dashboard/alerts/${alert}`;
    for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method']) {
      const answer = await ask({
        method: 'GET',
        path: `${path}?_method=POST`,
        cookie: manager.cookie,
        headers: { [name]: 'POST' },
      });
      expect([name, answer.status]).toEqual([name, 405]);
    }
    const ended = await ask({
      path: `/api/auth/sign-ins/${manager.sessionId}?_method=DELETE`,
      cookie: manager.cookie,
      headers: { 'x-http-method-override': 'DELETE' },
      body: { _method: 'DELETE' },
    });
    expect(ended.status).toBe(405);
    const [row] = await sql()`select status from public.manager_alerts where id = ${alert}`;
    expect(row).toEqual({ status: 'pending' });
  });

  it.each(['PROPFIND', 'PURGE', 'LOCK'])('%s does nothing', async (method) => {
    expect((await ask({ method, path: '/api/preferences' })).status).toBe(400);
    expect((await ask({ method, path: '/login' })).status).toBeLessThan(500);
  });

  it('TRACE echoes nothing; the framework cannot even read it', async () => {
    const answer = await ask({ method: 'TRACE', path: '/login', cookie: 'secret=echoed' });
    expect(answer.text).not.toContain('echoed');
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});

describe('the framework’s own doors', () => {
  it.each([
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    {
      'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware',
    },
    { 'x-middleware-invoke': '1', 'x-middleware-next': '1' },
    { 'x-middleware-rewrite': '/api/health' },
    { 'x-matched-path': '/api/health', 'x-now-route-matches': '1=1' },
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D' },
    { rsc: '1', 'next-router-state-tree': 'garbage' },
    { 'next-router-segment-prefetch': '/_tree', rsc: '1' },
    { 'x-nextjs-data': '1' },
    { 'x-path': '/dashboard', 'x-nonce': 'planted', 'content-security-policy': "default-src 'none'" },
  ] as Record<string, string>[])('open no page to a stranger: %j', async (headers) => {
    for (const path of ['/dashboard', '/dashboard/members', '/dashboard/alerts', '/dashboard/settings']) {
      const answer = await ask({ path, headers });
      expect([path, answer.status < 500]).toEqual([path, true]);
      expect(answer.text).not.toContain(tenant.mark);
      const told = `${answer.status} ${JSON.stringify(answer.headers)} ${answer.text}`;
      expect(told, path).toMatch(/\/login/);
      expect(String(answer.headers['content-security-policy'])).not.toContain('planted');
    }
  });

  it.each([
    { 'next-action': '7f'.repeat(20) },
    { 'next-action': 'x', 'content-type': 'text/plain;charset=UTF-8' },
    { 'next-action': '', 'content-type': 'multipart/form-data; boundary=x' },
  ] as Record<string, string>[])('run no action that is not there: %j', async (headers) => {
    for (const body of [
      '[]',
      '["$F1"]',
      '--x\r\ncontent-disposition: form-data; name="1_$ACTION_ID_x"\r\n\r\n[]\r\n--x--',
    ]) {
      const answer = await ask({ path: '/login', headers, body });
      expect(faultsOf({ path: '/login' }, answer)).toEqual([]);
    }
  });
});

describe('fields that nobody asked for', () => {
  const pollution =
    '{"theme":"dark","__proto__":{"role":"super_admin","polluted":true,"status":500},"constructor":{"prototype":{"polluted":true}}}';

  it('do not become everybody’s', async () => {
    for (const path of ['/api/preferences', '/api/auth/sign-in', '/api/kiosk/provision', '/api/auth/reset'])
      expect((await ask({ path, body: pollution })).status).toBeLessThan(500);
    const { version } = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
    ) as {
      version: string;
    };
    const health = await ask({ path: '/api/health' });
    expect(JSON.parse(health.text)).toEqual({ status: 'ok', version });
    const refused = await ask({ path: '/api/nothing' });
    expect(faultsOf({ path: '/api/nothing' }, refused)).toEqual([]);
  });

  it('do not change a role, a gym or a tenant', async () => {
    const other = await makeTenant();
    const risen = {
      role: 'super_admin',
      gym_id: other.gymId,
      franchise_id: other.franchiseId,
      is_active: true,
    };
    const tries: [method: string, path: string, body: object][] = [
      ['PUT', '/api/dashboard/settings/profile', { full_name: 'Camille', language: 'fr' }],
      ['POST', '/api/preferences', { theme: 'dark' }],
      ['POST', `/api/dashboard/alerts/${await makeAlert(tenant)}`, { action: 'dismiss' }],
      ['PUT', `/api/dashboard/team/${manager.person.id}`, { role: 'super_admin' }],
      ['PUT', `/api/dashboard/team/${manager.person.id}`, { role: 'gym_manager', gym_id: other.gymId }],
    ];
    for (const [method, path, body] of tries)
      for (const sent of [body, { ...body, ...risen }, { ...risen, ...body, id: other.memberId }])
        expect((await ask({ method, path, cookie: manager.cookie, body: sent })).status).toBeLessThan(500);
    const [row] = await sql()`
      select role, gym_id, franchise_id, is_active from public.users where id = ${manager.person.id}`;
    expect(row).toEqual({ role: 'gym_manager', gym_id: tenant.gymId, franchise_id: null, is_active: true });
  });
});
