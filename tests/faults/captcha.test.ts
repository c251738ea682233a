import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BackendProcess, startBackendProcess } from '../support/backend-process.ts';
import { sql, useBackend } from '../support/clients.ts';
import { type Fault, FaultProxy } from '../support/fault-proxy.ts';
import { createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

const SECRET = 'secret-of-the-captcha';
/** hCaptcha as it is on a good day: everybody has solved it. */
const verifier = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{"success":true}');
});
let door: FaultProxy;
let backend: BackendProcess;
let person: Person;

beforeAll(async () => {
  verifier.listen(0, '127.0.0.1');
  await once(verifier, 'listening');
  door = await new FaultProxy(`http://127.0.0.1:${(verifier.address() as AddressInfo).port}`).start();
  const url = `${door.url}/siteverify`;
  backend = await startBackendProcess({
    env: { SUPABASE_LOCAL_CAPTCHA_SECRET: SECRET, SUPABASE_LOCAL_CAPTCHA_URL: url },
  });
  useBackend(backend.address);
  appEnvironment(backend.address);
  Object.assign(process.env, {
    HCAPTCHA_SITE_KEY: crypto.randomUUID(),
    HCAPTCHA_SECRET_KEY: SECRET,
    HCAPTCHA_VERIFY_URL: url,
  });
  person = await createStaff({ role: 'gym_staff', gym: await createGym() });
});
afterEach(() => door.mend());
afterAll(async () => {
  for (const name of ['SITE_KEY', 'SECRET_KEY', 'VERIFY_URL']) delete process.env[`HCAPTCHA_${name}`];
  await sql().end();
  await backend?.stop();
  await door?.stop();
  verifier.closeAllConnections();
  verifier.close();
});

const signIn = () =>
  new Visitor().post('/api/auth/sign-in', {
    email: person.email,
    password: person.password,
    captcha: crypto.randomUUID(),
  });
const reset = () =>
  new Visitor().post('/api/auth/reset', {
    email: `${crypto.randomUUID()}@example.test`,
    captcha: crypto.randomUUID(),
  });

const faults: [string, Fault | 'refuse'][] = [
  ['is away', 'refuse'],
  ['breaks off in its answer', 'cut'],
  ['answers with a gateway’s page', { status: 502, body: '<html>Bad Gateway</html>' }],
  ['answers rubbish', { status: 200, body: '<html></html>' }],
];

describe.each(faults)('while hCaptcha %s', (_what, fault) => {
  it('nobody is let in, the answer says that the service is away, and the next one signs in', async () => {
    if (fault === 'refuse') await door.refuse();
    else door.set(fault);
    for (const answer of [await signIn(), await reset()]) {
      expect(answer.body).toMatchObject({ code: 'backend_unavailable', status: 503 });
      expect(answer.set.filter(({ value }) => value)).toEqual([]);
    }
    await door.mend();
    expect((await signIn()).body).toEqual({ next: 'dashboard' });
    expect((await reset()).status).toBe(202);
  });
});

it('while hCaptcha answers no verdict at all nobody is let in', async () => {
  door.set({ status: 200, body: '{}', headers: { 'content-type': 'application/json' } });
  const answer = await signIn();
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.set.filter(({ value }) => value)).toEqual([]);
});

it('a slow verdict is waited for', async () => {
  door.set('stall');
  const asked = door.arrival(/siteverify/);
  const answer = signIn();
  await asked;
  door.deliver();
  expect((await answer).body).toEqual({ next: 'dashboard' });
});
