import { randomUUID } from 'node:crypto';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import postgres from 'postgres';
import { expect, test } from './support/fixtures.ts';
import { issuePairingCode } from './support/kiosk.ts';

const slug = 'lyon-part-dieu-entree';

const scan = () => ({ event_id: randomUUID(), read: '2415919103', age_ms: 0 });

/** Each kiosk route with a body that it would take. */
const routes: Record<string, () => object> = {
  '/api/kiosk/heartbeat': () => ({ boot_id: randomUUID(), version: '1' }),
  '/api/kiosk/scan': scan,
  '/api/kiosk/queue': () => ({ boot_id: randomUUID(), boot_ms: 0, at: Date.now(), entries: [] }),
  '/api/kiosk/staff': () => ({ reason: 'button' }),
  '/api/kiosk/conversation': () => ({
    scan_id: randomUUID(),
    language: 'fr',
    consents: { talk: true, analyse: false, remember: false },
  }),
  '/api/kiosk/decline': () => ({ scan_id: randomUUID(), language: 'fr' }),
  '/api/kiosk/conversation/messages': () => ({ seq: 1, text: 'bonjour', language: 'fr' }),
  '/api/kiosk/conversation/consent': () => ({ purpose: 'analyse', granted: false }),
  '/api/kiosk/conversation/close': () => ({ reason: 'stop', last_seq: 0 }),
  '/api/voice/events': () => ({ events: [{ kind: 'timing', name: 'ready', ms: 640, seq: 1, age_ms: 0 }] }),
  '/api/jarvis/tools/get_gym_info': () => ({ tool_call_id: randomUUID(), arguments: {} }),
};
const paths = Object.keys(routes);

async function expectProblem(response: APIResponse, status: number, code: string): Promise<void> {
  expect(response.status()).toBe(status);
  expect(response.headers()['content-type']).toContain('application/problem+json');
  expect(response.headers()['cache-control']).toBe('no-store');
  const problem = await response.json();
  expect(problem).toMatchObject({ status, code });
  expect(problem.title).toBeTruthy();
  expect(problem.request_id).toBeTruthy();
}

const post = (request: APIRequestContext, path: string, data: unknown, headers: Record<string, string>) =>
  request.post(path, { data, headers });

test.describe('kiosk routes', () => {
  for (const path of paths) {
    test(`${path} refuses a device that is not paired`, async ({ request, app }) => {
      const response = await post(request, path, routes[path]?.(), { origin: app.url });
      await expectProblem(response, 401, 'kiosk_not_paired');
    });

    test(`${path} refuses a token that nobody was given`, async ({ request, app }) => {
      const headers = { origin: app.url, cookie: `kiosk=${'ab'.repeat(32)}` };
      await expectProblem(await post(request, path, routes[path]?.(), headers), 401, 'kiosk_not_paired');
    });

    test(`${path} refuses another origin, and none`, async ({ request }) => {
      for (const headers of [{ origin: 'https://evil.example' }, {}] as Record<string, string>[]) {
        await expectProblem(await post(request, path, routes[path]?.(), headers), 403, 'foreign_origin');
      }
    });
  }

  test('a wrong code is refused like a kiosk that does not exist, and a used one says so', async ({
    request,
    app,
  }) => {
    const headers = { origin: app.url };
    const code = await issuePairingCode(app, slug);
    const wrong = code === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA';
    const attempts = [
      { slug, code: wrong },
      { slug: 'no-such-kiosk', code },
    ];
    for (const attempt of attempts) {
      await expectProblem(await post(request, '/api/kiosk/provision', attempt, headers), 422, 'code_wrong');
    }
    const paired = await post(request, '/api/kiosk/provision', { slug, code: code.toLowerCase() }, headers);
    expect(paired.status()).toBe(204);
    const cookie = paired.headers()['set-cookie'];
    expect(cookie).toMatch(/^kiosk=[0-9a-f]{64}; .*HttpOnly; SameSite=Strict/);
    expect(cookie).toContain('Max-Age=34560000');
    await expectProblem(
      await post(request, '/api/kiosk/provision', { slug, code }, headers),
      410,
      'code_used',
    );
  });

  test('a code is locked after five wrong tries', async ({ request, app }) => {
    const code = await issuePairingCode(app, slug);
    const wrong = code === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA';
    const attempt = (tried: string) =>
      post(request, '/api/kiosk/provision', { slug, code: tried }, { origin: app.url });
    for (let tries = 1; tries < 5; tries++) await expectProblem(await attempt(wrong), 422, 'code_wrong');
    await expectProblem(await attempt(wrong), 423, 'code_locked');
    await expectProblem(await attempt(code), 423, 'code_locked');
  });

  test('a paired kiosk refuses what is not JSON, too large or of the wrong shape', async ({
    request,
    app,
  }) => {
    const headers = { origin: app.url };
    const code = await issuePairingCode(app, slug);
    await post(request, '/api/kiosk/provision', { slug, code }, headers);
    for (const path of paths) {
      const broken = await request.post(path, {
        data: Buffer.from('{"read":'),
        headers: { ...headers, 'content-type': 'application/json' },
      });
      await expectProblem(broken, 400, 'invalid_json');
      const form = await request.post(path, { form: { a: '1' }, headers });
      await expectProblem(form, 415, 'unsupported_media');
      await expectProblem(
        await post(request, path, { text: 'x'.repeat(70_000) }, headers),
        413,
        'body_too_large',
      );
      const shape = await post(request, path, { unexpected: true }, headers);
      await expectProblem(shape, 422, 'invalid_input');
      expect((await shape.json()).errors.length).toBeGreaterThan(0);
    }
    const long = { seq: 1, text: 'a'.repeat(20_001), language: 'fr' };
    const tooLong = await post(request, '/api/kiosk/conversation/messages', long, headers);
    await expectProblem(tooLong, 422, 'invalid_input');
    expect((await tooLong.json()).errors).toEqual([{ field: 'text', code: 'too_big' }]);
  });

  test('a paired kiosk has no conversation to speak in, and no tool of another name', async ({
    request,
    app,
  }) => {
    const headers = { origin: app.url, 'x-locale': 'en' };
    const code = await issuePairingCode(app, slug);
    await post(request, '/api/kiosk/provision', { slug, code }, headers);
    const beat = await post(request, '/api/kiosk/heartbeat', routes['/api/kiosk/heartbeat']?.(), headers);
    expect(beat.headers()['set-cookie']).toContain('HttpOnly');
    expect(await beat.json()).toMatchObject({ kiosk: { slug }, gym: { address_form: 'tu' } });

    const unknown = await post(request, '/api/kiosk/scan', scan(), headers);
    await expectProblem(unknown, 404, 'badge_unknown');
    expect(unknown.headers()['content-language']).toBe('en');
    const random = { ...scan(), read: '0812ab34' };
    await expectProblem(await post(request, '/api/kiosk/scan', random, headers), 422, 'badge_random');

    const other = routes['/api/kiosk/conversation']?.();
    await expectProblem(await post(request, '/api/kiosk/conversation', other, headers), 404, 'not_found');
    const silent = { ...other, consents: { talk: false, analyse: true, remember: true } };
    await expectProblem(await post(request, '/api/kiosk/conversation', silent, headers), 403, 'forbidden');
    const tool = { tool_call_id: 'x', arguments: {} };
    await expectProblem(
      await post(request, '/api/jarvis/tools/drop_tables', tool, headers),
      404,
      'not_found',
    );
    const closed = await post(
      request,
      '/api/kiosk/conversation/close',
      { reason: 'stop', last_seq: 0 },
      headers,
    );
    expect(await closed.json()).toEqual({ closed: false });
  });

  test('a revoked kiosk is told so on every route', async ({ request, app }) => {
    const headers = { origin: app.url };
    const code = await issuePairingCode(app, slug);
    await post(request, '/api/kiosk/provision', { slug, code }, headers);
    const sql = postgres(app.backend.db, { max: 1, prepare: false, onnotice: () => undefined });
    await sql`update private.kiosk_credentials set revoked_at = now()
      where kiosk_id = (select id from public.kiosks where slug = ${slug})`;
    await sql.end();
    for (const path of paths) {
      await expectProblem(await post(request, path, routes[path]?.(), headers), 401, 'kiosk_revoked');
    }
  });
});
