import { InMemoryEmailDriver } from '@supabase/lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Backend, startBackend } from '../../supabase/local/server.ts';
import { adminOf, apiRequest, clientOf, loadFixture } from './backend-support.ts';

/** Lite as it comes, without the four fixes, beside the backend as it is. */
let plain: Backend;
let mended: Backend;
const mail = new InMemoryEmailDriver();

beforeAll(async () => {
  const fixes = { lock: false, grants: false, errors: false, system: false };
  const options = { migrations: null, cron: false };
  plain = await startBackend({ ...options, fixes });
  mended = await startBackend({ ...options, email: mail });
  await loadFixture(plain);
  await loadFixture(mended);
});

afterAll(async () => {
  await plain?.stop();
  await mended?.stop();
});

describe('no grants of lite’s own', () => {
  async function writeWithoutGrant(backend: Backend, id: number) {
    const anon = clientOf(backend);
    await anon.rpc('who_am_i');
    const { error } = await anon.from('forgotten').insert({ id });
    const [row] = await backend.database.lock((session) =>
      session.query<{ default_acls: number; may_truncate: boolean }>(
        `select (select count(*)::int from pg_default_acl) as default_acls,
           has_table_privilege('anon', 'auth.users', 'truncate') as may_truncate`,
      ),
    );
    return { code: error?.code ?? null, ...row };
  }

  test('a table nobody was granted is written by anyone without the fix', async () => {
    expect(await writeWithoutGrant(plain, 1)).toMatchObject({ code: null, may_truncate: true });
  });

  test('a forgotten grant fails with the fix, and nothing is granted for later tables', async () => {
    expect(await writeWithoutGrant(mended, 1)).toEqual({
      code: '42501',
      default_acls: 0,
      may_truncate: false,
    });
    const { error } = await adminOf(mended).from('forgotten').select();
    expect(error?.code).toBe('42501');
  });
});

describe('one lock on the one session', () => {
  /** Calls of two roles in the same tick; how many ran as somebody else. */
  async function mixUpRoles(backend: Backend): Promise<number> {
    const { publishable_key, secret_key } = backend.address;
    const calls = Array.from({ length: 120 }, async (_, index) => {
      const isSecret = index % 2 === 0;
      const key = isSecret ? secret_key : publishable_key;
      const answer = await backend.handle(apiRequest(backend, '/rest/v1/rpc/who_am_i', key, {}));
      const body = (await answer.json()) as { role?: string };
      return body.role === (isSecret ? 'service_role' : 'anon');
    });
    return (await Promise.all(calls)).filter((isRight) => !isRight).length;
  }

  /** Statements of a job while requests are under way; how many ran under a request's role. */
  async function mixUpJobs(backend: Backend): Promise<number> {
    const requests = Array.from({ length: 60 }, () =>
      backend.handle(apiRequest(backend, '/rest/v1/rpc/who_am_i', backend.address.publishable_key, {})),
    );
    let wrong = 0;
    for (let run = 0; run < 150; run++)
      await backend.database.lock(async (session) => {
        const [row] = await session.query('select current_user::text as role');
        if (row?.role !== 'postgres') wrong++;
      });
    await Promise.all(requests);
    return wrong;
  }

  test('requests of the same tick run under each other’s role without the fix', async () => {
    expect(await mixUpRoles(plain)).toBeGreaterThan(0);
  });

  test('requests of the same tick keep their role with it', async () => {
    expect(await mixUpRoles(mended)).toBe(0);
  });

  test('a job’s statements run under a request’s role without the fix', async () => {
    expect(await mixUpJobs(plain).catch(() => Number.POSITIVE_INFINITY)).toBeGreaterThan(0);
  });

  test('a job keeps its own role with it', async () => {
    expect(await mixUpJobs(mended)).toBe(0);
  });

  test('codes are verified, each with a token signed inside its transaction, beside failing requests', async () => {
    const emails = Array.from({ length: 8 }, (_, index) => `otp-${index}@example.test`);
    for (const email of emails) await adminOf(mended).auth.admin.createUser({ email, email_confirm: true });
    for (const email of emails) await clientOf(mended).auth.signInWithOtp({ email });
    const noise = Array.from({ length: 40 }, async () => clientOf(mended).rpc('fail_plainly'));
    const verified = emails.map((email) => {
      const token = /\b\d{10}\b/.exec(mail.messages.get(email)?.at(-1)?.text ?? '')?.[0] ?? '';
      return clientOf(mended).auth.verifyOtp({ email, token, type: 'email' });
    });
    expect((await Promise.all(verified)).map((answer) => answer.error)).toEqual(emails.map(() => null));
    await Promise.all(noise);
  });
});

describe('real SQLSTATEs', () => {
  async function raise(backend: Backend) {
    const { error, status } = await clientOf(backend).rpc('fail_plainly');
    return { status, code: error?.code, message: error?.message, details: error?.details, hint: error?.hint };
  }

  test('a plain raise is 500 SUP without the fix', async () => {
    expect(await raise(plain)).toMatchObject({ status: 500, code: 'SUP' });
  });

  test('a plain raise is 400 P0001 with its detail and hint', async () => {
    expect(await raise(mended)).toEqual({
      status: 400,
      code: 'P0001',
      message: 'not today',
      details: 'closed',
      hint: 'come back',
    });
  });

  test.each([
    ['23514', 400, 'raise check_violation'],
    ['40001', 500, 'raise serialization_failure'],
    ['28000', 403, 'raise invalid_authorization_specification'],
    ['53300', 503, 'raise too_many_connections'],
    ['ZZ001', 400, "raise exception using errcode = 'ZZ001', message = 'own code'"],
  ])('%s answers %i', async (code, status, statement) => {
    await mended.database.lock((session) =>
      session.run(
        `create or replace function public.fail_with_${code.toLowerCase()}() returns void language plpgsql as $$ begin ${statement}; end $$`,
      ),
    );
    await mended.clearSchemaCache();
    const answer = await clientOf(mended).rpc(`fail_with_${code.toLowerCase()}`);
    expect([answer.status, answer.error?.code]).toEqual([status, code]);
  });
});

describe('/_system is closed', () => {
  const paths = ['/_system/config', '/_system/info', '/_system/introspect', '/_system'];

  test('it shows the whole schema without a key when open', async () => {
    const answer = await fetch(`${plain.address.url}/_system/introspect`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('encrypted_password');
  });

  test.each(paths)('%s is not found', async (path) => {
    const answer = await fetch(`${mended.address.url}${path}`);
    expect(answer.status).toBe(404);
  });
});
