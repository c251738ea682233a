import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { describe, expect, inject, test } from 'vitest';
import { listenHost, refuseForeignHost } from '../../supabase/local/api/gate.ts';

const address = inject('backend');
const { hostname, port } = new URL(address.url);

/** A request with any Host header, which fetch would not send. */
function askAs(host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host, apikey: address.publishable_key };
    request({ hostname, port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the door', () => {
  test.each([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])('answers to %s', async (host) => {
    expect(await askAs(host, '/auth/v1/health')).toBe(200);
  });

  test.each(['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', '10.0.0.7'])(
    'refuses the host "%s"',
    async (host) => {
      expect(await askAs(host, '/auth/v1/health')).not.toBe(200);
    },
  );

  test('exposed, it answers to addresses but to no foreign name', () => {
    expect(refuseForeignHost('192.168.1.20:54321', true)).toBeUndefined();
    expect(refuseForeignHost('evil.example', true)?.status).toBe(421);
    expect(refuseForeignHost('192.168.1.20:54321', false)?.status).toBe(421);
  });

  test('listens beyond loopback only when that was asked for', () => {
    expect(listenHost(undefined, false)).toBe('127.0.0.1');
    expect(listenHost(undefined, true)).toBe('0.0.0.0');
    expect(() => listenHost('0.0.0.0', false)).toThrow('SUPABASE_LOCAL_EXPOSE=1');
  });

  test('nothing answers on this machine’s other addresses', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one?.family === 'IPv4' && !one.internal);
    for (const other of others) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect(Number(port), other?.address, () => resolve(true));
        socket.on('error', () => resolve(false));
        socket.on('connect', () => socket.destroy());
      });
      expect(reached).toBe(false);
    }
  });
});

describe('bad requests', () => {
  const headers = { apikey: address.publishable_key, 'content-type': 'application/json' };

  test('a body over the limit is refused before it is read', async () => {
    const body = JSON.stringify({ email: 'x'.repeat(100_000) });
    const answer = await fetch(`${address.url}/auth/v1/signup`, { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
  });

  test('a body that is not JSON', async () => {
    const answer = await fetch(`${address.url}/auth/v1/signup`, {
      method: 'POST',
      headers,
      body: '{"email":',
    });
    expect(answer.status).toBe(400);
  });

  test('no key, a wrong key', async () => {
    expect((await fetch(`${address.url}/rest/v1/users`)).status).toBe(401);
    expect(
      (await fetch(`${address.url}/rest/v1/users`, { headers: { apikey: 'sb_publishable_x' } })).status,
    ).toBe(401);
  });

  test.each([
    '/',
    '/index.html',
    '/_system/config',
    '/_SYSTEM/config',
    '//_system/config',
    '/storage/v1/bucket',
    '/auth/v1/verify?token=x&type=signup',
    '/auth/v1/authorize?provider=github',
  ])('%s is not found', async (path) => {
    expect(await askAs(`127.0.0.1:${port}`, path)).toBe(404);
  });

  test('schemas that are not public stay closed', async () => {
    const profile = { apikey: address.secret_key, 'accept-profile': 'auth' };
    expect((await fetch(`${address.url}/rest/v1/users`, { headers: profile })).status).toBe(406);
  });
});
