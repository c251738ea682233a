import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Backend, startBackend } from '../../../supabase/local/server.ts';
import { adminOf, clientOf } from '../backend-support.ts';
import { createPerson, password } from './auth-support.ts';

/** hCaptcha's protocol: a form in, a verdict out. */
const asked: { type: string | undefined; fields: Record<string, string> }[] = [];
let service: Server;
let backend: Backend;

beforeAll(async () => {
  service = createServer(async (request, response) => {
    const fields = Object.fromEntries(new URLSearchParams(await text(request)));
    asked.push({ type: request.headers['content-type'], fields });
    const success = fields.response === 'solved';
    const verdict = success ? { success } : { success, 'error-codes': ['invalid-input-response'] };
    response.end(fields.response === 'rubbish' ? '<html>' : JSON.stringify(verdict));
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  const { port } = service.address() as AddressInfo;
  const captcha = { secret: '0xsecret', url: `http://127.0.0.1:${port}/siteverify` };
  backend = await startBackend({ migrations: null, cron: false, captcha });
});

afterAll(async () => {
  await backend?.stop();
  service?.close();
});

beforeEach(() => asked.splice(0));

test('a password sign-in needs a solved captcha', async () => {
  const { email } = await createPerson(backend);
  const signIn = (captchaToken?: string) =>
    clientOf(backend).auth.signInWithPassword({
      email,
      password,
      options: captchaToken === undefined ? {} : { captchaToken },
    });
  expect((await signIn()).error).toMatchObject({ status: 400, code: 'captcha_failed' });
  expect(asked).toEqual([]);
  const unsolved = await signIn('unsolved');
  expect(unsolved.error?.code).toBe('captcha_failed');
  expect(unsolved.error?.message).toContain('invalid-input-response');
  expect((await signIn('rubbish')).error?.status).toBe(500);
  expect((await signIn('solved')).error).toBeNull();
  expect(asked.at(-1)).toEqual({
    type: expect.stringContaining('application/x-www-form-urlencoded'),
    fields: { secret: '0xsecret', response: 'solved' },
  });
});

test('so does all that mails or signs up; a refresh and a link do not', async () => {
  const { email } = await createPerson(backend);
  const { auth } = clientOf(backend);
  const refused = await Promise.all([
    auth.resetPasswordForEmail(email),
    auth.signInWithOtp({ email }),
    auth.signUp({ email, password }),
    auth.resend({ type: 'signup', email }),
  ]);
  expect(refused.map(({ error }) => error?.code)).toEqual(Array(4).fill('captcha_failed'));
  expect((await auth.resetPasswordForEmail(email, { captchaToken: 'solved' })).error).toBeNull();

  const link = await adminOf(backend).auth.admin.generateLink({ type: 'recovery', email });
  const client = clientOf(backend);
  const token_hash = link.data.properties?.hashed_token ?? '';
  expect((await client.auth.verifyOtp({ type: 'recovery', token_hash })).error).toBeNull();
  expect((await client.auth.refreshSession()).error).toBeNull();
});
