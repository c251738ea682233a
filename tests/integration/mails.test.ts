import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startFunctions } from '../../supabase/local/functions/index.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { publishableClient, sql } from '../support/clients.ts';
import { linkIn, mailsTo } from '../support/mailbox.ts';
import { createGym, createStaff } from '../support/tenants.ts';

type Person = Awaited<ReturnType<typeof createStaff>>;

const secondsAfterwards = { timeout: 10_000, interval: 50 };
let gym: { id: string; name: string };
const functionsSecret = async () => {
  const [row] =
    await sql()`select decrypted_secret as secret from vault.decrypted_secrets where name = 'functions_secret'`;
  return String(row?.secret);
};

beforeAll(async () => {
  gym = await createGym();
});
afterAll(() => sql().end());

const newcomer = () => `newcomer-${randomUUID().slice(0, 8)}@example.test`;
const person = (): Promise<Person> => createStaff({ role: 'gym_staff', gym });

async function queue(kind: string, email: string, language = 'fr', params: object = {}): Promise<string> {
  const [row] = await sql()<
    { id: string }[]
  >`select private.queue_mail(${kind}, ${email}, ${language}, ${sql().json(params as never)}) as id`;
  return String(row?.id);
}

/** A mail in the outbox that nobody has been asked to send. */
async function putAside(email: string, kind = 'reset'): Promise<string> {
  const [row] = await sql()<
    { id: string }[]
  >`insert into private.outgoing_mails (kind, email, language) values (${kind}, ${email}, 'fr') returning id`;
  return String(row?.id);
}

async function callFunction(): Promise<unknown> {
  const answer = await fetch(`${inject('backend').url}/functions/v1/send-mails`, {
    method: 'POST',
    headers: { 'x-function-secret': await functionsSecret() },
  });
  return answer.json();
}

const stateOf = async (id: string) => {
  const [row] =
    await sql()`select state, attempts, provider_id, error_code from private.outgoing_mails where id = ${id}`;
  return row;
};

async function firstMail(email: string) {
  await expect.poll(async () => (await mailsTo(email)).length, secondsAfterwards).toBe(1);
  const [mail] = await mailsTo(email);
  return mail;
}

describe('a queued mail', () => {
  it.each([
    ['fr', 'Votre nouveau mot de passe JARVIS'],
    ['en', 'Your new JARVIS password'],
    ['es', 'Su nueva contraseña de JARVIS'],
  ])('in %s is in the mailbox by itself, with a link that signs in once', async (language, subject) => {
    const { email, id } = await person();
    const row = await queue('reset', email, language);
    const mail = await firstMail(email);
    expect(mail?.subject).toBe(subject);
    const link = linkIn(mail);
    expect(link.type).toBe('recovery');
    const used = await publishableClient().auth.verifyOtp(link);
    expect([used.error, used.data.user?.id]).toEqual([null, id]);
    expect((await publishableClient().auth.verifyOtp(link)).error).not.toBeNull();
    await expect
      .poll(() => stateOf(row), secondsAfterwards)
      .toMatchObject({ state: 'sent', provider_id: mail?.id });
  });

  it('invites somebody new, and somebody who has an account, each by a link that works', async () => {
    const known = await person();
    for (const [email, type] of [
      [newcomer(), 'invite'],
      [known.email, 'magiclink'],
    ] as const) {
      await queue('invitation', email, 'en', { full_name: 'Sam', place: 'Atelier', role: 'gym_staff' });
      const mail = await firstMail(email);
      expect(mail?.subject).toBe('Your invitation to join Atelier on JARVIS');
      const link = linkIn(mail);
      expect(link.type).toBe(type);
      const { data, error } = await publishableClient().auth.verifyOtp(link);
      expect([error, data.user?.email]).toEqual([null, email]);
    }
  });

  it('tells of what happened, on which device, without a link that opens anything', async () => {
    const { email } = await person();
    const user_agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    await queue('password_changed', email, 'es', { at: '2026-11-21T14:05:00Z', user_agent });
    const text = (await firstMail(email))?.text;
    expect(text).toMatch(/Cuándo: 21 de noviembre de 2026.{1,9}15:05 CET\./);
    expect(text).toContain('Dispositivo: Firefox, Linux.');
    expect(text).toContain('/auth/reset');
    expect(text).not.toContain('token_hash');
  });

  it('for nobody is given back and says why', async () => {
    const row = await queue('reset', newcomer());
    await expect
      .poll(() => stateOf(row), secondsAfterwards)
      .toMatchObject({ state: 'pending', attempts: 1, error_code: 'no_account' });
  });
});

describe('once', () => {
  it('although many send at the same time', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, person));
    const rows = await Promise.all(people.map(({ email }) => putAside(email)));
    await Promise.all(Array.from({ length: 5 }, callFunction));
    for (const row of rows) expect(await stateOf(row)).toMatchObject({ state: 'sent', attempts: 1 });
    for (const { email } of people) expect(await mailsTo(email)).toHaveLength(1);
  });

  it('although the function was killed after it had sent and before it could say so', async () => {
    const { email, id } = await person();
    const row = await putAside(email);
    const lost = await startForgetfulProject();
    const functions = await startFunctions({ root: projectRoot, env: await functionEnv(lost.url) });
    const called = functions
      .handle(
        new Request('http://127.0.0.1/functions/v1/send-mails', {
          method: 'POST',
          headers: { 'x-function-secret': await functionsSecret() },
        }),
        'send-mails',
      )
      .catch(() => undefined);
    await lost.asked;
    await functions.stop();
    await called;
    lost.server.closeAllConnections();
    lost.server.close();
    const [mail] = await mailsTo(email);
    expect(await stateOf(row)).toMatchObject({ state: 'pending', attempts: 1, provider_id: null });

    await sql()`update private.outgoing_mails set claimed_at = claimed_at - interval '3 minutes' where id = ${row}`;
    await callFunction();
    expect(await stateOf(row)).toMatchObject({ state: 'sent', attempts: 2, provider_id: mail?.id });
    expect(await mailsTo(email)).toHaveLength(1);
    const { data, error } = await publishableClient().auth.verifyOtp(linkIn(mail));
    expect([error, data.user?.id]).toEqual([null, id]);
  });
});

async function functionEnv(url: string): Promise<Record<string, string>> {
  const { secret_key, resend_base_url, resend_api_key } = inject('backend');
  return {
    SUPABASE_URL: url,
    SUPABASE_SECRET_KEY: secret_key,
    FUNCTIONS_SECRET: await functionsSecret(),
    RESEND_BASE_URL: resend_base_url,
    RESEND_API_KEY: resend_api_key,
    // The same as the backend's own function has: the provider compares a second attempt to the byte.
    MAIL_FROM: 'JARVIS <no-reply@jarvis.example>',
    APP_URL: 'http://localhost:3001',
  };
}

/** The backend as seen through a door that never lets `finish_mail` through; `asked` resolves when it was tried. */
async function startForgetfulProject(): Promise<{ url: string; server: Server; asked: Promise<void> }> {
  const { url } = inject('backend');
  const asked = Promise.withResolvers<void>();
  const server = createServer((request, answer) => {
    if (request.url?.endsWith('/rpc/finish_mail')) return asked.resolve();
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
      void fetch(url + request.url, {
        method: request.method ?? 'GET',
        headers: headers as Record<string, string>,
        body: Buffer.concat(parts),
      }).then(async (passed) =>
        answer
          .writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? '' })
          .end(await passed.text()),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, asked: asked.promise };
}
