import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllEnvs();
});

/** Asks as the app with this backend does. */
async function ask(url: string, key = 'sb_publishable_0123456789', patienceMs?: number): Promise<void> {
  vi.resetModules();
  const environment = {
    SUPABASE_URL: url,
    SUPABASE_PUBLISHABLE_KEY: key,
    SUPABASE_SECRET_KEY: 'sb_secret_0123456789abcdef',
    BADGE_HASH_KEY: 'ab'.repeat(32),
    APP_URL: 'http://localhost:3001',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { assertBackend } = await import('@/lib/supabase/assert-backend');
  return assertBackend(patienceMs);
}

async function backend(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('whether the app is ready', () => {
  it('says yes while backend and database answer', async () => {
    const { url, publishable_key } = inject('backend');
    await expect(ask(url, publishable_key)).resolves.toBeUndefined();
  });

  it('says no with a key that the backend does not know', async () => {
    await expect(ask(inject('backend').url)).rejects.toMatchObject({ code: 'backend_unavailable' });
  });

  it('says no while nothing listens', async () => {
    await expect(ask('http://127.0.0.1:9')).rejects.toMatchObject({ code: 'backend_unavailable' });
  });

  it.each([
    ['rubbish', '<html>'],
    ['nothing', 'null'],
    ['that the schema is missing', '{"code":"PGRST202"}'],
    ['that the database is away', '{"code":"PGRST001"}'],
    ['data, where only a refusal is right', '{"id":"x"}'],
  ])('says no while the backend answers %s', async (_what, body) => {
    const url = await backend((response) => response.end(body));
    await expect(ask(url)).rejects.toMatchObject({ code: 'backend_unavailable' });
  });

  it('says no while the backend takes too long', async () => {
    const url = await backend(() => undefined);
    await expect(ask(url, undefined, 20)).rejects.toMatchObject({ code: 'backend_unavailable' });
  });
});
