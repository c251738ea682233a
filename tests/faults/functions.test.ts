import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Functions, startFunctions } from '../../supabase/local/functions/index.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { sql } from '../support/clients.ts';
import { type Fault, FaultProxy } from '../support/fault-proxy.ts';
import { startMailProvider } from '../support/mail-provider.ts';
import { appEnvironment } from '../support/visitor.ts';
import { createScene } from './support/scene.ts';

let provider: Awaited<ReturnType<typeof startMailProvider>>;
let toProvider: FaultProxy;
let toBackend: FaultProxy;
let functions: Functions;
let secret: string;

const start = () =>
  startFunctions({
    root: projectRoot,
    env: {
      SUPABASE_URL: toBackend.url,
      SUPABASE_SECRET_KEY: inject('backend').secret_key,
      FUNCTIONS_SECRET: secret,
      RESEND_BASE_URL: toProvider.url,
      RESEND_API_KEY: 're_test',
      MAIL_FROM: 'JARVIS <no-reply@jarvis.example>',
      APP_URL: 'http://localhost:3001',
    },
  });

beforeAll(async () => {
  const [row] = await sql()`
    select decrypted_secret as secret from vault.decrypted_secrets where name = 'functions_secret'`;
  secret = String(row?.secret);
  provider = await startMailProvider();
  toProvider = await new FaultProxy(provider.url).start();
  toBackend = await new FaultProxy(inject('backend').url).start();
  functions = await start();
});
afterEach(async () => {
  await toProvider.mend();
  await toBackend.mend();
});
afterAll(async () => {
  await functions?.stop();
  await toProvider?.stop();
  await toBackend?.stop();
  await provider?.stop();
  await sql().end();
});

const call = (name: string) =>
  functions.handle(
    new Request(`http://127.0.0.1/functions/v1/${name}`, {
      method: 'POST',
      headers: { 'x-function-secret': secret },
    }),
    name,
  );

/** A mail in the outbox that nobody has been asked to send. */
async function putAside(): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@example.test`;
  const [row] = await sql()<{ id: string }[]>`
    insert into private.outgoing_mails (kind, email, language) values ('password_changed', ${email}, 'fr') returning id`;
  return { id: String(row?.id), email };
}

async function mailOf({ id }: { id: string }) {
  const [row] = await sql()`
    select state, attempts, error_code, claim_token is null as is_free, next_try_at > now() as is_later
    from private.outgoing_mails where id = ${id}`;
  return row;
}

/** Lets the pause before the next attempt, and a claim that somebody still holds, be over. */
const later = ({ id }: { id: string }) => sql()`
  update private.outgoing_mails set next_try_at = now(), claimed_at = claimed_at - interval '3 minutes'
  where id = ${id}`;

const takenFor = (email: string) =>
  [...provider.taken.values()].filter(({ body }) => body.includes(email)).length;

describe('while the mail provider', () => {
  const html = '<html>Service Unavailable</html>';
  const faults: [string, Fault | 'refuse', string][] = [
    ['is away', 'refuse', 'provider_unavailable'],
    ['takes the mail and loses the answer', 'lose', 'provider_unavailable'],
    ['breaks off in its answer', 'cut', 'provider_unavailable'],
    ['answers with a gateway’s page', { status: 503, body: html }, 'provider_unavailable'],
    [
      'has had too many',
      {
        status: 429,
        body: '{"statusCode":429,"name":"rate_limit_exceeded","message":"x"}',
        headers: { 'content-type': 'application/json', 'retry-after': '60' },
      },
      'rate_limited',
    ],
    [
      'answers without an id',
      { status: 200, body: '{}', headers: { 'content-type': 'application/json' } },
      'bad_answer',
    ],
  ];
  it.each(faults)('%s, the outbox keeps the mail and sends it later, once', async (_what, fault, code) => {
    const mail = await putAside();
    if (fault === 'refuse') await toProvider.refuse();
    else toProvider.set(fault);
    expect(await (await call('send-mails')).json()).toEqual({ sent: 0, lost: 0, failed: 1 });
    expect(await mailOf(mail)).toEqual({
      state: 'pending',
      attempts: 1,
      error_code: code,
      is_free: true,
      is_later: true,
    });
    await toProvider.mend();
    await later(mail);
    expect(await (await call('send-mails')).json()).toEqual({ sent: 1, lost: 0, failed: 0 });
    expect(await mailOf(mail)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(await (await call('send-mails')).json()).toEqual({ sent: 0, lost: 0, failed: 0 });
    expect(takenFor(mail.email)).toBe(1);
  });

  it('is slow, the mail waits for it', async () => {
    const mail = await putAside();
    toProvider.set('stall');
    const asked = toProvider.arrival(/POST \/emails/);
    const answer = call('send-mails');
    await asked;
    expect(await mailOf(mail)).toMatchObject({ state: 'pending', is_free: false });
    toProvider.deliver();
    expect(await (await answer).json()).toMatchObject({ sent: 1 });
    expect(takenFor(mail.email)).toBe(1);
  });
});

describe('while the backend is away', () => {
  it.each(['send-mails', 'process-conversation'])('%s says so and holds nothing', async (name) => {
    const mail = await putAside();
    await toBackend.refuse();
    const answer = await call(name);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ code: 'internal' });
    expect(await mailOf(mail)).toMatchObject({ state: 'pending', attempts: 0, is_free: true });
    await toBackend.mend();
    expect((await call('send-mails')).status).toBe(200);
    expect(takenFor(mail.email)).toBe(1);
  });
});

describe('a conversation', () => {
  it('whose analysis ended in the middle is taken up again and done once', async () => {
    appEnvironment();
    const scene = await createScene();
    // Nobody but this test may take it up: the backend's own function is told only when the conversation closes.
    const started = await scene.talk();
    const id = String(started.body.conversation_id);
    expect((await scene.say(1, 'C’est inadmissible, les douches sont froides')).status).toBe(200);
    expect((await scene.goodbye(1)).status).toBe(200);
    const summary = async () => {
      const [row] = await sql()`
        select status, attempts from public.conversation_summaries where session_id = ${id}`;
      return row;
    };
    await expect.poll(summary, { timeout: 20_000 }).toMatchObject({ status: 'done' });
    await sql()`
      update public.conversation_summaries set status = 'pending', attempts = 0, claim_token = null, claimed_at = null
      where session_id = ${id}`;

    toBackend.set('stall', /rpc\/finish_conversation/);
    const asked = toBackend.arrival(/rpc\/finish_conversation/);
    const answer = call('process-conversation').catch(() => undefined);
    await asked;
    await functions.stop();
    await answer;
    functions = await start();
    await toBackend.mend();
    expect(await summary()).toMatchObject({ status: 'processing', attempts: 1 });
    expect(await (await call('process-conversation')).json()).toMatchObject({ finished: 0 });

    await sql()`
      update public.conversation_summaries set claimed_at = claimed_at - interval '1 hour' where session_id = ${id}`;
    expect(await (await call('process-conversation')).json()).toMatchObject({ finished: 1, failed: 0 });
    expect(await summary()).toMatchObject({ status: 'done' });
    const [alerts] = await sql()`
      select count(*)::int as n from public.manager_alerts
      where member_id = ${scene.member.id} and alert_type = 'negative_feedback'`;
    expect(alerts?.n).toBe(1);
  });
});
