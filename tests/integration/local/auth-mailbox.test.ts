import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resend } from 'resend';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../../supabase/local/server.ts';
import { engines } from '../../support/scratch-database.ts';
import { type AuthBackend, startAuthBackend } from './auth-support.ts';

describe.each(engines)('mailbox on %s', (engine) => {
  let running: AuthBackend;
  beforeAll(async () => {
    running = await startAuthBackend(engine);
  });
  afterAll(() => running?.stop());

  const resend = (key = running.backend.address.resend_api_key) =>
    new Resend(key, { baseUrl: running.backend.address.resend_base_url });
  const mail = {
    from: 'JARVIS <no-reply@jarvis.example>',
    subject: 'Hello',
    text: 'See https://a.example/?b=1&c=2',
  };
  const open = (path: string) => fetch(`${running.backend.address.mailbox_url}${path}`);
  const messagesTo = async (to: string) =>
    (await (await open(`/messages?${new URLSearchParams({ to })}`)).json()) as Record<string, unknown>[];

  test('the official client sends; the message is there, whatever the case of the address', async () => {
    const { data, error } = await resend().emails.send({
      ...mail,
      to: 'Ada@Example.test',
      html: '<b>Hi</b>',
    });
    expect(error).toBeNull();
    expect(await messagesTo('ada@example.test')).toEqual([
      {
        id: data?.id,
        from: mail.from,
        to: ['ada@example.test'],
        subject: 'Hello',
        text: mail.text,
        html: '<b>Hi</b>',
        created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
  });

  test('an idempotency key sends once; another message under it is refused', async () => {
    const send = (subject: string) =>
      resend().emails.send({ ...mail, subject, to: 'once@example.test' }, { idempotencyKey: 'mail-1' });
    const [first, second] = await Promise.all([send('Same'), send('Same')]);
    expect(second.data?.id).toBe(first.data?.id);
    expect(await messagesTo('once@example.test')).toHaveLength(1);
    expect((await send('Other')).error).toMatchObject({
      statusCode: 409,
      name: 'invalid_idempotent_request',
    });
  });

  test.each([
    ['a wrong key', { key: 're_wrong' }, 'invalid_api_key'],
    ['no subject', { subject: '' }, 'missing_required_field'],
    ['no body', { text: '' }, 'missing_required_field'],
    ['a malformed sender', { from: 'JARVIS' }, 'validation_error'],
    ['a malformed recipient', { to: 'nobody' }, 'validation_error'],
    ['no recipient', { to: [] as string[] }, 'validation_error'],
  ])('%s is refused', async (_, wrong, name) => {
    const { key, ...changed } = { key: undefined, ...wrong };
    const { error } = await resend(key).emails.send({ ...mail, to: 'x@example.test', ...changed });
    expect(error?.name).toBe(name);
    expect(error?.statusCode).toBeGreaterThanOrEqual(400);
  });

  test('the page lists the newest first and escapes what came', async () => {
    await resend().emails.send({ ...mail, to: 'page@example.test', subject: 'Older' });
    const evil = '<script>alert(1)</script>"\'&';
    await resend().emails.send({ ...mail, to: 'page@example.test', subject: evil });
    const answer = await open('');
    const html = await answer.text();
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe-inline|script-src/);
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
    expect(html).not.toContain('<script>');
    expect(html.indexOf('&lt;script&gt;')).toBeLessThan(html.indexOf('Older'));
  });

  test('a message shows its text with links, and its HTML in a frame that runs nothing', async () => {
    const html = '<a href="https://a.example/">"quoted" & <script>alert(1)</script></a>';
    const { data } = await resend().emails.send({ ...mail, to: 'one@example.test', html });
    const answer = await open(`/${data?.id}`);
    const page = await answer.text();
    expect(page).toContain(
      '<a href="https://a.example/?b=1&amp;c=2" rel="noreferrer">https://a.example/?b=1&amp;c=2</a>',
    );
    expect(page).toMatch(/<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="[^"]*"/);
    expect(page).not.toContain('<script>');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect((await open('/3f1c')).status).toBe(404);
  });

  test('the last 500 are kept', async () => {
    await running.backend.database.lock((session) =>
      session.run(`insert into mailbox.messages (sender, recipients, subject)
        select 'x', array['many@example.test'], 'Mail ' || n from generate_series(1, 600) n`),
    );
    await resend().emails.send({ ...mail, to: 'many@example.test', subject: 'Newest' });
    const kept = await messagesTo('many@example.test');
    expect([kept.length, kept[0]?.subject, kept.at(-1)?.subject]).toEqual([500, 'Newest', 'Mail 102']);
  });
});

test('messages survive a restart; an exposed backend takes mail and shows none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-mailbox-'));
  const options = { folder, migrations: null, cron: false };
  const first = await startBackend(options);
  const { url, resend_api_key: key } = first.address;
  const mail = { from: 'a@example.test', to: 'b@example.test', subject: 'Kept', text: 'Hi' };
  await new Resend(key, { baseUrl: url }).emails.send(mail);
  await first.stop();

  const second = await startBackend(options);
  const kept = await (await fetch(`${second.address.mailbox_url}/messages`)).json();
  expect(kept).toMatchObject([{ subject: 'Kept' }]);
  await second.stop();

  const exposed = await startBackend({ ...options, isExposed: true, host: '127.0.0.1' });
  try {
    expect(exposed.address.mailbox_url).toBeNull();
    for (const path of ['/mailbox', '/mailbox/messages'])
      expect((await fetch(exposed.address.url + path)).status).toBe(404);
    const sent = await new Resend(key, { baseUrl: exposed.address.url }).emails.send(mail);
    expect(sent.error).toBeNull();
  } finally {
    await exposed.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
