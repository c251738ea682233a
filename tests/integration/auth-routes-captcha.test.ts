import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BackendProcess, startBackendProcess } from '../support/backend-process.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

const SECRET = 'secret-of-the-captcha';
const person = { email: 'staff@example.test', password: 'tilleul fanfare bocal onze' };
/** Tokens are good once, as hCaptcha's are. */
const solved = new Set<string>();

let verifier: Server;
let isAway = false;
let backend: BackendProcess;

/** Answers as hCaptcha's siteverify: a form in, a verdict out. */
async function startVerifier(): Promise<string> {
  verifier = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (isAway) return void response.writeHead(502).end('<html>away</html>');
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const success = form.get('secret') === SECRET && solved.delete(form.get('response') ?? '');
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(success ? { success } : { success, 'error-codes': ['invalid-input-response'] }),
    );
  }).listen(0, '127.0.0.1');
  await once(verifier, 'listening');
  return `http://127.0.0.1:${(verifier.address() as AddressInfo).port}/siteverify`;
}

async function createPerson(): Promise<void> {
  const options = { auth: { persistSession: false, autoRefreshToken: false } };
  const admin = createClient(backend.address.url, backend.address.secret_key, options);
  const { data, error } = await admin.auth.admin.createUser({ ...person, email_confirm: true });
  if (error) throw error;
  const sql = postgres(backend.address.db, { max: 1, prepare: false, onnotice: () => undefined });
  await sql`with gym as (insert into public.gyms (name, city) values ('Gym', 'Lyon') returning id)
    insert into public.users (id, email, full_name, role, gym_id)
    select ${data.user.id}, ${person.email}, 'Alix Morel', 'gym_staff', id from gym`;
  await sql.end();
}

beforeAll(async () => {
  const url = await startVerifier();
  const env = { SUPABASE_LOCAL_CAPTCHA_SECRET: SECRET, SUPABASE_LOCAL_CAPTCHA_URL: url };
  backend = await startBackendProcess({ env });
  await createPerson();
  appEnvironment(backend.address);
  Object.assign(process.env, {
    HCAPTCHA_SITE_KEY: crypto.randomUUID(),
    HCAPTCHA_SECRET_KEY: SECRET,
    HCAPTCHA_VERIFY_URL: url,
  });
});

afterAll(async () => {
  for (const name of ['SITE_KEY', 'SECRET_KEY', 'VERIFY_URL']) delete process.env[`HCAPTCHA_${name}`];
  await backend?.stop();
  verifier?.close();
});

const solve = () => {
  const token = crypto.randomUUID();
  solved.add(token);
  return token;
};

it('the direct way past our throttle asks for a captcha', async () => {
  const client = createClient(backend.address.url, backend.address.publishable_key);
  const { error } = await client.auth.signInWithPassword(person);
  expect(error?.code).toBe('captcha_failed');
});

it('a sign-in without a solved captcha is refused as such, right password or not, and sets nothing', async () => {
  for (const password of [person.password, 'wrong'])
    for (const captcha of [undefined, 'not-solved']) {
      const visitor = new Visitor();
      const reply = await visitor.post('/api/auth/sign-in', { ...person, password, captcha });
      expect(reply).toMatchObject({ status: 422, body: { code: 'captcha_failed' } });
      expect(visitor.jar.size).toBe(0);
    }
});

it('tries without a solved one use up nobody’s count', async () => {
  const visitor = new Visitor({ address: '198.51.100.90' });
  for (let tries = 0; tries < 11; tries++)
    expect((await visitor.post('/api/auth/sign-in', person)).body.code).toBe('captcha_failed');
  const solvedWrong = { ...person, password: 'wrong', captcha: solve() };
  expect((await visitor.post('/api/auth/sign-in', solvedWrong)).body.code).toBe('wrong_credentials');
  expect((await visitor.post('/api/auth/sign-in', { ...person, captcha: solve() })).status).toBe(200);
});

it('a solved one signs in, once', async () => {
  const captcha = solve();
  const sign = () => new Visitor().post('/api/auth/sign-in', { ...person, captcha });
  expect(await sign()).toMatchObject({ status: 200, body: { next: 'dashboard' } });
  expect((await sign()).body.code).toBe('captcha_failed');
});

it('changing the password takes none: the current password is what counts', async () => {
  const visitor = new Visitor();
  await visitor.post('/api/auth/sign-in', { ...person, captcha: solve() });
  const change = { password: 'bocal onze tilleul fanfare', current: person.password };
  const wrong = { ...change, current: 'not the password' };
  expect((await visitor.post('/api/auth/password', wrong)).body.code).toBe('password_current_wrong');
  expect((await visitor.post('/api/auth/password', change)).status).toBe(204);
});

it('a mail with a link is asked for with one too, which nobody’s count pays for when it is missing', async () => {
  const ask = (captcha?: string) => new Visitor().post('/api/auth/reset', { email: person.email, captcha });
  for (let tries = 0; tries < 6; tries++) expect((await ask()).body.code).toBe('captcha_failed');
  expect((await ask('not-solved')).status).toBe(422);
  expect((await ask(solve())).status).toBe(202);
  isAway = true;
  expect(await ask(solve())).toMatchObject({ status: 503, body: { code: 'backend_unavailable' } });
  isAway = false;
  expect((await ask(solve())).status).toBe(202);
});
