import { connect } from 'node:net';
import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

/** Headers of an answer, redirects not followed. */
const headersOf = async (request: APIRequestContext, path: string, method = 'GET') => {
  const answer = await request.fetch(path, { method, maxRedirects: 0 });
  return { status: answer.status(), headers: answer.headers(), body: await answer.text() };
};

/** What a server says to bytes as they are, until it hangs up or the pattern is there. */
function say(url: string, text: string, until: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (until.test(heard)) socket.destroy();
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

test.describe('the edge', () => {
  const kinds = [
    ['a page', '/login', 200],
    ['a page that is not there', '/no/such/page', 404],
    ['a file that is not there', '/nothing.png', 404],
    ['a script that is not there', '/_next/static/nothing.js', 404],
    ['a kiosk', '/kiosk/lyon-vaise-entree', 200],
    ['a redirect', '/dashboard', 307],
    ['a file', '/icon.svg', 200],
    ['what a browser asks for by itself', '/favicon.ico', 200],
    ['a route', '/api/health', 200],
    ['a refusal', '/api/dashboard/pulse', 401],
    ['a route that is not there', '/api/no/such/route', 404],
  ] as const;
  for (const [name, path, expected] of kinds) {
    test(`${name} carries its headers @core`, async ({ request }) => {
      const { status, headers, body } = await headersOf(request, path);
      expect(status).toBe(expected);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      const microphone = path.startsWith('/kiosk/') ? 'microphone=(self)' : 'microphone=()';
      expect(headers['permissions-policy']).toContain(microphone);
      expect(headers['strict-transport-security'], 'none on this machine').toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
      if (body.includes('<html')) {
        expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
        expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
      }
      if (path.startsWith('/api/')) {
        expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
        expect(headers['cache-control']).toBe('no-store');
        expect(Number(headers['x-ratelimit-remaining'])).toBeLessThan(Number(headers['x-ratelimit-limit']));
        expect(Number(headers['x-ratelimit-reset'])).toBeGreaterThan(Date.now() / 1000 - 1);
      }
    });
  }

  test('the app says that it lives and that it is ready @core', async ({ request }) => {
    expect(await (await request.get('/api/health')).json()).toMatchObject({ status: 'ok' });
    expect(await (await request.get('/api/ready')).json()).toEqual({ status: 'ready' });
    expect((await headersOf(request, '/api/health', 'HEAD')).status).toBe(200);
  });

  test('a method that a route lacks is refused without a word', async ({ request }) => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      expect(await headersOf(request, '/api/kiosk/scan', method)).toMatchObject({ status: 405, body: '' });
    }
    const options = await headersOf(request, '/api/kiosk/scan', 'OPTIONS');
    expect(options.headers).toMatchObject({ allow: 'OPTIONS, POST' });
    expect(Object.keys(options.headers).join()).not.toContain('access-control');
  });

  test('an address under /api where nothing is answers a problem, whatever the method', async ({
    request,
    app,
  }) => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await request.fetch('/api/no/such/route', { method, headers: { origin: app.url } });
      expect(answer.status(), method).toBe(404);
      expect(await answer.json(), method).toMatchObject({ code: 'not_found' });
    }
  });

  test('what a route does not know in its query changes nothing', async ({ request }) => {
    const asked = await headersOf(request, '/api/health?a=1&a=2&constructor=x&__proto__=y&%zz=%zz');
    expect(asked.status).toBe(200);
  });

  test('a content-length that promises less or more than comes ends in a clean refusal', async ({ app }) => {
    const head = (length: number) =>
      [
        'POST /api/preferences HTTP/1.1',
        `Host: ${new URL(app.url).host}`,
        `Origin: ${app.url}`,
        'Content-Type: application/json',
        `Content-Length: ${length}`,
        'Connection: close',
        '',
        '',
      ].join('\r\n');
    // What follows the promised bytes is refused by the server's own parser.
    const short = await say(app.url, `${head(4)}{"theme":"dark"}`, /request_id/);
    expect(short).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    const huge = await say(app.url, `${head(9_000_000)}{`, /request_id/);
    expect(huge).toContain('413 ');
    expect(huge).toContain('"code":"body_too_large"');
  });
});
