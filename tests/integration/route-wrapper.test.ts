import { NextRequest } from 'next/server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ReportReceiver } from '../support/report-receiver.ts';

vi.mock('next-intl/server', async () => {
  const { createTranslator } = await import('next-intl');
  const { loadMessages } = await import('@/lib/i18n/messages');
  return {
    getTranslations: async ({ locale, namespace }: { locale: 'fr'; namespace: 'errors' }) =>
      createTranslator({ locale, namespace, messages: await loadMessages(locale) }),
  };
});

const sentry = vi.hoisted(() => ({ loaded: 0 }));
vi.mock('@sentry/nextjs', async (original) => {
  sentry.loaded++;
  return original();
});

const app = 'http://localhost:3001';
const base = {
  SUPABASE_URL: 'http://127.0.0.1:9',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_0123456789',
  SUPABASE_SECRET_KEY: 'sb_secret_0123456789abcdef',
  BADGE_HASH_KEY: 'ab'.repeat(32),
  APP_URL: app,
  LOG_LEVEL: 'silent',
  ADDRESS_HEADER: 'x-real-ip',
};
const receiver = new ReportReceiver();

beforeAll(() => receiver.start());
afterAll(() => receiver.stop());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** The wrappers as they are in an app with this environment. */
async function withEnvironment(more: Record<string, string> = {}) {
  vi.resetModules();
  sentry.loaded = 0;
  for (const [name, value] of Object.entries({ ...base, ...more })) vi.stubEnv(name, value);
  const [{ withAnyone }, { withKiosk }, { AppError }] = await Promise.all([
    import('@/lib/http/with-anyone'),
    import('@/lib/http/with-kiosk'),
    import('@/lib/errors'),
  ]);
  return { withAnyone, withKiosk, AppError };
}

const none = { params: Promise.resolve({}) };
const get = (address = '203.0.113.1', path = '/api/planted') =>
  new NextRequest(app + path, { headers: { 'x-real-ip': address, 'accept-language': 'en' } });
const post = (body: string, headers: Record<string, string> = {}) =>
  new NextRequest(`${app}/api/planted`, {
    method: 'POST',
    body,
    headers: { origin: app, 'content-type': 'application/json', ...headers },
  });

const unlucky = () => {
  throw new Error(
    'row of claire@exemple.fr, +33 6 12 34 56 78, token eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIx.c2ln',
  );
};

describe('a wrapped route', () => {
  it('says what is left of the limit, and refuses the 101st request of a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T12:00:00Z') });
    const { withAnyone } = await withEnvironment();
    const route = withAnyone(async () => Response.json({}));
    const first = await route(get(), none);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '99',
      'x-ratelimit-reset': String(Date.parse('2026-11-21T12:01:00Z') / 1000),
      'cache-control': 'no-store',
    });
    for (let sent = 1; sent < 100; sent++) await route(get(), none);
    const refused = await route(get(), none);
    expect(refused.status).toBe(429);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'content-type': 'application/problem+json',
      'retry-after': '60',
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '0',
    });
    expect(await refused.json()).toMatchObject({ code: 'rate_limited', retry_after_s: 60 });
    expect((await route(get('203.0.113.2'), none)).status).toBe(200);
    vi.setSystemTime(new Date('2026-11-21T12:01:00Z'));
    expect((await route(get(), none)).status).toBe(200);
  });

  it('counts a kiosk by its token, whatever its address, and strangers by theirs', async () => {
    const { withKiosk } = await withEnvironment();
    const route = withKiosk(async () => Response.json({}), { limit: 'mfa' });
    const kiosk = (token: string, address: string) =>
      new NextRequest(`${app}/api/kiosk/planted`, {
        headers: { cookie: `kiosk=${token}`, 'x-real-ip': address },
      });
    const one = 'ab'.repeat(32);
    for (let sent = 0; sent < 5; sent++) await route(kiosk(one, `203.0.113.${sent}`), none);
    expect((await route(kiosk(one, '203.0.113.99'), none)).status).toBe(429);
    expect((await route(kiosk('cd'.repeat(32), '203.0.113.99'), none)).status).toBe(200);
    for (let sent = 0; sent < 5; sent++) {
      expect((await route(kiosk('none', '198.51.100.7'), none)).status).toBe(401);
    }
    expect((await route(kiosk('none', '198.51.100.7'), none)).status).toBe(429);
  });

  it('answers too_slow after 15 seconds, also when the body dawdles', async () => {
    const { withAnyone } = await withEnvironment();
    vi.useFakeTimers();
    const dawdling = new NextRequest(`${app}/api/planted`, {
      method: 'POST',
      body: new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"a":')) }),
      headers: { origin: app, 'content-type': 'application/json' },
      duplex: 'half',
    });
    const slow = withAnyone(() => new Promise<Response>(() => undefined));
    const answers = Promise.all([
      slow(get(), none),
      withAnyone(async () => Response.json({}), { body: z.object({ a: z.string() }) })(dawdling, none),
    ]);
    await vi.advanceTimersByTimeAsync(15_000);
    for (const answer of await answers) {
      expect(answer.status).toBe(504);
      expect(await answer.json()).toMatchObject({ code: 'too_slow' });
    }
  });

  it('refuses a write of another origin, and reads without one', async () => {
    const { withAnyone } = await withEnvironment();
    const route = withAnyone(async () => Response.json({}));
    expect((await route(post('{}', { origin: 'https://evil.example' }), none)).status).toBe(403);
    for (const method of ['GET', 'HEAD']) {
      const request = new NextRequest(`${app}/api/planted`, {
        method,
        headers: { origin: 'https://evil.example' },
      });
      expect((await route(request, none)).status).toBe(200);
    }
  });

  it('demands https from browsers once the app is reached by it, and not before', async () => {
    const header = async (url: string) => {
      const { withAnyone } = await withEnvironment({ APP_URL: url });
      return (await withAnyone(async () => Response.json({}))(get(), none)).headers.get(
        'strict-transport-security',
      );
    };
    expect(await header('http://localhost:3001')).toBeNull();
    expect(await header('https://jarvis.example')).toBe('max-age=63072000; includeSubDomains');
  });

  it('never lets the text of an unexpected error out', async () => {
    const { withAnyone, AppError } = await withEnvironment();
    const hidden = withAnyone(async () => {
      throw new AppError('internal', {
        cause: { code: '23505', message: 'Key (email)=(claire@exemple.fr)' },
      });
    });
    for (const route of [withAnyone(async () => unlucky()), hidden]) {
      const answer = await route(get(), none);
      const text = await answer.text();
      expect(answer.status).toBe(500);
      expect(JSON.parse(text)).toMatchObject({
        code: 'internal',
        request_id: answer.headers.get('x-request-id'),
      });
      expect(text + JSON.stringify([...answer.headers])).not.toMatch(/claire|23505|Key|eyJ|33 6|at .*\.ts/);
    }
  });
});

describe('error reports', () => {
  const personal = /claire|exemple\.fr|12 34 56|eyJhbG|secret|203\.0\.113|hunter2|sb-jarvis/;

  it('are silent without a DSN: nothing is loaded and nothing sent', async () => {
    const { withAnyone } = await withEnvironment();
    const { onRequestError, register } = await runtime();
    await register();
    await withAnyone(async () => unlucky())(get(), none);
    await onRequestError(new Error('page'), pageRequest, pageContext);
    expect(sentry.loaded).toBe(0);
    expect(receiver.envelopes).toEqual([]);
  });

  it('of a route arrive scrubbed', async () => {
    const { withAnyone } = await withEnvironment({ SENTRY_DSN: receiver.dsn });
    const route = withAnyone(async () => unlucky(), { body: z.object({ password: z.string() }) });
    const request = new NextRequest(`${app}/api/planted?token=secret-query`, {
      method: 'POST',
      body: '{"password":"hunter2"}',
      headers: {
        origin: app,
        'content-type': 'application/json',
        'x-real-ip': '203.0.113.1',
        cookie: 'sb-jarvis=secret-cookie',
        authorization: 'Bearer secret-token',
      },
    });
    const answer = await route(request, none);
    const envelope = await receiver.arrival(answer.headers.get('x-request-id') ?? 'no id');
    expect(envelope).toContain('row of [e-mail]');
    expect(envelope).toContain('"path":"/api/planted"');
    expect(envelope).not.toMatch(personal);
  });

  it('of a page arrive scrubbed', async () => {
    await withEnvironment({ SENTRY_DSN: receiver.dsn });
    const { onRequestError } = await runtime();
    const error = Object.assign(new Error('no gym for claire@exemple.fr'), { digest: '4711' });
    await onRequestError(error, pageRequest, pageContext);
    const envelope = await receiver.arrival('4711');
    expect(envelope).toContain('no gym for [e-mail]');
    expect(envelope).toContain('"path":"/dashboard/members"');
    expect(envelope).not.toMatch(personal);
  });

  it('that cannot be delivered change no answer', async () => {
    const { withAnyone } = await withEnvironment({ SENTRY_DSN: 'http://abcdef0123456789@127.0.0.1:9/7' });
    expect((await withAnyone(async () => unlucky())(get(), none)).status).toBe(500);
  });

  it('leave out what was refused on purpose', async () => {
    const { withAnyone, AppError } = await withEnvironment({ SENTRY_DSN: receiver.dsn });
    const before = receiver.envelopes.length;
    for (const code of ['not_found', 'backend_unavailable'] as const) {
      const route = withAnyone(async () => {
        throw new AppError(code);
      });
      await route(get(), none);
    }
    expect(receiver.envelopes).toHaveLength(before);
  });

  const pageRequest = {
    path: '/dashboard/members?q=claire',
    method: 'GET',
    headers: { cookie: 'sb-jarvis=secret-cookie', authorization: 'Bearer secret-token' },
  };
  const pageContext = {
    routerKind: 'App Router',
    routePath: '/dashboard/members',
    routeType: 'render',
    renderSource: 'react-server-components',
    revalidateReason: undefined,
  } as const;

  async function runtime() {
    vi.stubEnv('NEXT_RUNTIME', 'nodejs');
    return import('@/instrumentation');
  }
});
