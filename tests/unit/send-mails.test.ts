import { Resend } from 'resend';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Db, DbError } from '@/supabase/functions/_shared/db';
import type { LinkMaker } from '@/supabase/functions/_shared/mail/link';
import { readMailSettings, requireMailSettings } from '@/supabase/functions/_shared/mail/settings';
import { type Post, sendMails } from '@/supabase/functions/send-mails/handler';
import { answering, startMailProvider, takingSilently } from '../support/mail-provider';

const mail = (n: number, more: object = {}) => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  claim_token: `token-${n}`,
  kind: 'reset',
  email: `lea-${n}@example.test`,
  language: 'fr',
  params: { full_name: 'Léa' },
  ...more,
});

/** An outbox that hands out these batches, then none, and remembers what it was asked. */
function fakeDb(batches: unknown[][], answers: Record<string, unknown> = {}) {
  const calls: [name: string, args: Record<string, unknown>][] = [];
  const db: Db = {
    async rpc<T>(name: string, args: Record<string, unknown>): Promise<T> {
      calls.push([name, args]);
      const fixed = { claim_mails: batches[0], find_mail_link: null, ...answers };
      const answer =
        name === 'claim_mails' ? (batches.shift() ?? []) : name in fixed ? fixed[name as never] : true;
      if ((answer as unknown) instanceof Error) throw answer;
      return answer as T;
    },
  };
  return { db, named: (name: string) => calls.filter(([called]) => called === name).map(([, args]) => args) };
}

let provider: Awaited<ReturnType<typeof startMailProvider>>;
const made: { type: string; email: string }[] = [];
const auth: LinkMaker = {
  generateLink: async (o) => {
    made.push(o);
    return { data: { properties: { hashed_token: `hash${made.length}` } }, error: null };
  },
};
const refusing = (...codes: string[]): LinkMaker => ({
  generateLink: (o) => {
    const code = codes.shift();
    return code === undefined
      ? auth.generateLink(o)
      : Promise.resolve({ data: { properties: null }, error: { code, message: 'no' } });
  },
});
const post = (more: Partial<Post> = {}): Post => ({
  provider: new Resend('re_test', { baseUrl: provider.url }),
  auth,
  describe: (agent) => agent,
  from: 'JARVIS <jarvis@example.test>',
  appUrl: 'https://jarvis.example.test',
  ...more,
});

beforeAll(async () => {
  provider = await startMailProvider();
});
beforeEach(() => {
  provider.reset();
  made.length = 0;
});
afterAll(() => provider.stop());

describe('sending', () => {
  it('takes batch after batch, one mail a key, and stores the provider’s id', async () => {
    const { db, named } = fakeDb([[mail(1), mail(2)], [mail(3)]]);
    expect(await sendMails(db, post())).toEqual({ sent: 3, lost: 0, failed: 0 });
    expect(named('claim_mails')).toHaveLength(3);
    expect(named('finish_mail')[0]).toEqual({
      p_id: mail(1).id,
      p_claim_token: 'token-1',
      p_provider_id: 're_1',
    });
    const [first] = provider.received;
    expect(first?.headers).toMatchObject({ 'idempotency-key': mail(1).id, authorization: 'Bearer re_test' });
    expect(first?.mail).toMatchObject({
      from: 'JARVIS <jarvis@example.test>',
      to: 'lea-1@example.test',
      subject: 'Votre nouveau mot de passe JARVIS',
    });
    const address = 'https://jarvis.example.test/auth/confirm?token_hash=hash1&type=recovery';
    expect(first?.mail.text).toContain(`\n${address}\n`);
    expect(first?.mail.html).toContain(`href="${address.replace('&', '&amp;')}"`);
  });

  it('invites with a link of its own for whoever has an account', async () => {
    const invitation = mail(1, { kind: 'invitation' });
    await sendMails(fakeDb([[invitation]]).db, post());
    await sendMails(fakeDb([[mail(2, { kind: 'invitation' })]]).db, post({ auth: refusing('email_exists') }));
    expect(provider.received.map(({ mail: { text } }) => /type=\w+/.exec(text)?.[0])).toEqual([
      'type=invite',
      'type=magiclink',
    ]);
    expect(made.map(({ type }) => type)).toEqual(['invite', 'magiclink']);
  });

  it('tells of what happened without making a link', async () => {
    const { db, named } = fakeDb([[mail(1, { kind: 'password_changed' })]]);
    await sendMails(db, post({ auth: refusing('no', 'no') }));
    expect(provider.received[0]?.mail.text).toContain('\nhttps://jarvis.example.test/auth/reset\n');
    expect(named('find_mail_link')).toEqual([]);
  });
});

describe('a repeated attempt', () => {
  it('after the function died between sending and finishing sends nothing new and keeps the link alive', async () => {
    const first = fakeDb([[mail(1)]], { finish_mail: new DbError('08006', 'gone') });
    expect(await sendMails(first.db, post())).toEqual({ sent: 0, lost: 1, failed: 0 });
    const again = fakeDb([[mail(1, { claim_token: 'token-9' })]], {
      find_mail_link: { token_hash: 'hash1', type: 'recovery' },
    });
    expect(await sendMails(again.db, post())).toEqual({ sent: 1, lost: 0, failed: 0 });
    expect(again.named('finish_mail')).toEqual([
      { p_id: mail(1).id, p_claim_token: 'token-9', p_provider_id: 're_1' },
    ]);
    expect([made.length, provider.taken.size]).toEqual([1, 1]);
  });

  it('whose link was used meanwhile is known to the provider, and is done', async () => {
    await sendMails(fakeDb([[mail(1)]]).db, post());
    const again = fakeDb([[mail(1)]]);
    expect(await sendMails(again.db, post())).toEqual({ sent: 1, lost: 0, failed: 0 });
    expect(again.named('finish_mail')[0]).toMatchObject({ p_provider_id: null });
    expect(provider.taken.size).toBe(1);
  });

  it('after an answer that got lost is the same mail', async () => {
    provider.mischief.push(takingSilently);
    const first = fakeDb([[mail(1, { kind: 'mfa_removed' })]]);
    expect(await sendMails(first.db, post())).toEqual({ sent: 0, lost: 0, failed: 1 });
    const again = fakeDb([[mail(1, { kind: 'mfa_removed' })]]);
    expect(await sendMails(again.db, post())).toEqual({ sent: 1, lost: 0, failed: 0 });
    expect([provider.received.length, provider.taken.size]).toEqual([2, 1]);
  });
});

describe('a provider that misbehaves', () => {
  const limited = { statusCode: 429, name: 'rate_limit_exceeded' };

  it.each([
    ['500', 'provider_unavailable', answering(500, { statusCode: 500, name: 'internal_server_error' })],
    ['502 with a page', 'provider_unavailable', answering(502, '<html>Bad gateway</html>')],
    ['503 with null', 'bad_answer', answering(503, 'null')],
    ['a dropped connection', 'provider_unavailable', takingSilently],
    ['rubbish with 200', 'provider_unavailable', answering(200, 'OK')],
    ['200 with null', 'bad_answer', answering(200, 'null')],
    ['200 without an id', 'bad_answer', answering(200, { id: 7 })],
    ['200 with an empty id', 'bad_answer', answering(200, { id: '' })],
    ['422 for the address', 'mail_refused', answering(422, { statusCode: 422, name: 'validation_error' })],
    ['403 for the key', 'key_refused', answering(403, { statusCode: 403, name: 'invalid_api_key' })],
    ['a spent quota', 'quota_exceeded', answering(429, { statusCode: 429, name: 'daily_quota_exceeded' })],
    ['429 for long', 'rate_limited', answering(429, limited, { 'retry-after': '60' })],
    ['429 without a time', 'rate_limited', answering(429, limited)],
    [
      'the same key under way',
      'in_progress',
      answering(409, { statusCode: 409, name: 'concurrent_idempotent_requests' }),
    ],
  ])('%s is %s, and the next mail goes', async (_name, code, mischief) => {
    provider.mischief.push(mischief);
    const { db, named } = fakeDb([[mail(1), mail(2)]]);
    expect(await sendMails(db, post())).toEqual({ sent: 1, lost: 0, failed: 1 });
    expect(named('fail_mail')).toEqual([{ p_id: mail(1).id, p_claim_token: 'token-1', p_error_code: code }]);
  });

  it('429 for a moment is waited for', async () => {
    provider.mischief.push(answering(429, limited, { 'retry-after': '0' }));
    expect(await sendMails(fakeDb([[mail(1)]]).db, post())).toEqual({ sent: 1, lost: 0, failed: 0 });
  });

  it('one that never answers is given up', async () => {
    const limit = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
    provider.mischief.push(() => undefined);
    const { db, named } = fakeDb([[mail(1)]]);
    expect(await sendMails(db, post())).toEqual({ sent: 0, lost: 0, failed: 1 });
    expect(limit).toHaveBeenCalledWith(10_000);
    limit.mockRestore();
    expect(named('fail_mail')[0]).toMatchObject({ p_error_code: 'provider_unavailable' });
  });
});

describe('a mail that cannot be sent', () => {
  afterEach(() => expect(provider.received).toEqual([]));

  it.each([
    ['a kind nobody wrote', 'unknown_kind', mail(1, { kind: 'newsletter' }), undefined],
    ['two addresses', 'address_refused', mail(1, { email: 'a@example.test,b@example.test' }), undefined],
    ['a name before the address', 'address_refused', mail(1, { email: 'A <a@example.test>' }), undefined],
    ['a line break', 'address_refused', mail(1, { email: 'a@example.test\nBcc:b@example.test' }), undefined],
    ['nobody there', 'no_account', mail(1), ['user_not_found']],
    ['no link', 'no_link', mail(1), ['unexpected_failure']],
  ])('%s is %s', async (_name, code, one, refused) => {
    const { db, named } = fakeDb([[one]]);
    const o = refused ? { auth: refusing(...refused) } : {};
    expect(await sendMails(db, post(o))).toEqual({ sent: 0, lost: 0, failed: 1 });
    expect(named('fail_mail')[0]).toMatchObject({ p_error_code: code });
  });

  it('because the outbox is away does not stop the others, and no claiming throws', async () => {
    const { db } = fakeDb([[mail(1), mail(2)]], {
      find_mail_link: new DbError('57P01', 'gone'),
      fail_mail: new DbError('57P01', 'gone'),
    });
    expect(await sendMails(db, post())).toEqual({ sent: 0, lost: 0, failed: 2 });
    const broken: Db = { rpc: () => Promise.reject(new DbError('57P01', 'gone')) };
    await expect(sendMails(broken, post())).rejects.toThrow('gone');
  });
});

describe('the settings', () => {
  const all = { RESEND_API_KEY: 're_x', MAIL_FROM: 'a@b.example', APP_URL: 'https://x.example' };
  const read = (more: object = {}) =>
    readMailSettings({ get: (name) => ({ ...all, ...more })[name as keyof typeof all] });

  it('are complete, or what is missing is named', () => {
    expect(read()).toEqual({
      apiKey: 're_x',
      baseUrl: undefined,
      from: 'a@b.example',
      appUrl: 'https://x.example',
    });
    expect(read({ RESEND_API_KEY: undefined, MAIL_FROM: '' })).toEqual(['RESEND_API_KEY', 'MAIL_FROM']);
    expect(read({ MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' })).toEqual(['MAIL_FROM']);
    expect(read({ APP_URL: 'javascript:alert(1)' })).toEqual(['APP_URL']);
  });

  it('without which nothing is done are named in the answer and in the log', () => {
    const said: string[] = [];
    const env = { get: () => undefined };
    expect(() => requireMailSettings(env, (line) => said.push(line))).toThrow(
      'Mails stay in the outbox: RESEND_API_KEY, MAIL_FROM, APP_URL missing or not usable.',
    );
    expect(said).toHaveLength(1);
  });
});
