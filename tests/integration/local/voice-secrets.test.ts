import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretsPath } from '../../../supabase/local/api/secrets.ts';
import { tellBackend } from '../../../supabase/local/cli/voice-process.ts';
import { type BackendProcess, startBackendProcess } from '../../support/backend-process.ts';

const hungUp: string[] = [];
/** Stands for the voice peer of an app that is started after the backend. */
const peer = createServer((request, response) => {
  hungUp.push(`${request.url} ${request.headers.authorization}`);
  response.end('{}');
});
let backend: BackendProcess;
let sql: postgres.Sql;

beforeAll(async () => {
  await new Promise<void>((ready) => peer.listen(0, '127.0.0.1', ready));
  backend = await startBackendProcess({ env: { OPENAI_API_KEY: '', OPENAI_BASE_URL: '' } });
  sql = postgres(backend.address.db, { max: 1 });
});

afterAll(async () => {
  await sql.end();
  await backend.stop();
  peer.close();
});

const ask = (headers: Record<string, string>, body: unknown) =>
  fetch(`${backend.address.url}${secretsPath}`, { method: 'POST', headers, body: JSON.stringify(body) });

async function endSessions() {
  const [vault] = await sql<{ secret: string }[]>`
    select decrypted_secret as secret from vault.decrypted_secrets where name = 'functions_secret'`;
  const answer = await fetch(`${backend.address.url}/functions/v1/end-sessions`, {
    method: 'POST',
    headers: { apikey: backend.address.secret_key, 'x-function-secret': vault?.secret ?? '' },
    body: '{}',
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
}

test('a backend that was started alone hangs up at the voice of the app that comes later', async () => {
  await sql`insert into private.voice_calls (call_id, end_wanted_at) values ('rtc_late', now())`;
  expect((await endSessions()).status, 'nobody to ask yet').toBe(503);
  const url = `http://127.0.0.1:${(peer.address() as AddressInfo).port}/v1`;
  await tellBackend(backend.address, { OPENAI_API_KEY: 'key of the peer', OPENAI_BASE_URL: url });
  expect(await endSessions()).toEqual({ status: 200, body: { ended: 1, failed: 0 } });
  expect(hungUp).toEqual(['/v1/realtime/calls/rtc_late/hangup Bearer key of the peer']);
});

test('secrets are taken from the secret key alone, and no others than those of the voice', async () => {
  const { publishable_key, secret_key } = backend.address;
  const secrets = [{ name: 'OPENAI_API_KEY', value: 'stolen' }];
  expect((await ask({}, secrets)).status).toBe(401);
  expect((await ask({ apikey: 'sb_secret_wrong' }, secrets)).status).toBe(401);
  expect((await ask({ apikey: publishable_key }, secrets)).status).toBe(403);
  expect((await ask({ apikey: secret_key, 'user-agent': 'Mozilla/5.0' }, secrets)).status).toBe(401);
  for (const other of [[{ name: 'FUNCTIONS_SECRET', value: 'x' }], [{ name: 'OPENAI_API_KEY' }], {}, [null]])
    expect((await ask({ apikey: secret_key }, other)).status, JSON.stringify(other)).toBe(400);
});
