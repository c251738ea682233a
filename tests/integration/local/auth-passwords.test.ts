import { createClient } from '@supabase/supabase-js';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../support/scratch-database.ts';
import { adminOf, clientOf } from '../backend-support.ts';
import { type AuthBackend, createPerson, password, signInAs, startAuthBackend } from './auth-support.ts';

describe.each(engines)('sign-ins on %s', (engine) => {
  let running: AuthBackend;
  beforeAll(async () => {
    running = await startAuthBackend(engine);
  });
  afterAll(() => running?.stop());

  const anyone = () => clientOf(running.backend);
  const query = (sql: string, parameters: unknown[] = []) =>
    running.backend.database.lock((session) => session.query(sql, parameters));

  test('a wrong password and an unknown address answer alike and cost the same', async () => {
    const { email } = await createPerson(running.backend);
    await adminOf(running.backend).auth.admin.inviteUserByEmail(`invited-${email}`);
    const times: Record<string, number[]> = { known: [], unknown: [], invited: [] };
    const asks = { known: email, unknown: `nobody-${email}`, invited: `invited-${email}` };
    for (let turn = 0; turn < 9; turn++)
      for (const [kind, address] of Object.entries(asks)) {
        const began = performance.now();
        const { error } = await anyone().auth.signInWithPassword({ email: address, password: 'a wrong one' });
        times[kind]?.push(performance.now() - began);
        expect(error).toMatchObject({ status: 400, code: 'invalid_credentials' });
      }
    const median = (values: number[] = []) => values.sort((a, b) => a - b)[4] ?? 0;
    const known = median(times.known);
    for (const kind of ['unknown', 'invited']) {
      expect(median(times[kind])).toBeGreaterThan(known * 0.6);
      expect(median(times[kind])).toBeLessThan(known * 1.6);
    }
  });

  test('a password longer than bcrypt reads, or with a zero byte, is only wrong', async () => {
    const long = 'x'.repeat(72);
    const email = `long-${Date.now()}@example.test`;
    const made = await adminOf(running.backend).auth.admin.createUser({
      email,
      password: long,
      email_confirm: true,
    });
    expect(made.error).toBeNull();
    for (const wrong of [`${long}y`, `${long.slice(1)}\0`]) {
      const { error } = await anyone().auth.signInWithPassword({ email, password: wrong });
      expect(error?.code).toBe('invalid_credentials');
    }
    expect((await anyone().auth.signInWithPassword({ email, password: long })).error).toBeNull();
  });

  test('a sign-in keeps the browser it came from, and when it was last refreshed', async () => {
    const { email } = await createPerson(running.backend);
    const { url, publishable_key } = running.backend.address;
    const agent = `Mozilla/5.0 (X11; Linux) ${'x'.repeat(600)}`;
    const client = createClient(url, publishable_key, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { headers: { 'user-agent': agent } },
    });
    const { data } = await client.auth.signInWithPassword({ email, password });
    const id = decodeJwt(data.session?.access_token ?? '').session_id;
    const read = 'select user_agent, refreshed_at is not null as refreshed from auth.sessions where id = $1';
    expect(await query(read, [id])).toEqual([{ user_agent: agent.slice(0, 500), refreshed: false }]);
    await client.auth.refreshSession();
    expect(await query(read, [id])).toEqual([{ user_agent: agent.slice(0, 500), refreshed: true }]);

    const link = await adminOf(running.backend).auth.admin.generateLink({ type: 'magiclink', email });
    const token_hash = link.data.properties?.hashed_token ?? '';
    const redeemed = await client.auth.verifyOtp({ type: 'magiclink', token_hash });
    const other = decodeJwt(redeemed.data.session?.access_token ?? '').session_id;
    expect(await query(read, [other])).toEqual([{ user_agent: agent.slice(0, 500), refreshed: false }]);
  });

  test('changing the password wants the current one, keeps this sign-in, and the old one is dead', async () => {
    const person = await createPerson(running.backend);
    const client = await signInAs(running.backend, person);
    const change = (given: object) => client.auth.updateUser({ password: 'another battery', ...given });
    expect((await change({})).error?.code).toBe('current_password_required');
    const wrong = await change({ current_password: 'a wrong one' });
    expect(wrong.error?.code).toBe('current_password_mismatch');
    const short = await change({ current_password: password, password: 'short' });
    expect(short.error?.code).toBe('weak_password');
    expect((await change({ current_password: password })).error).toBeNull();
    expect((await client.auth.getUser()).data.user?.email).toBe(person.email);
    expect((await client.auth.refreshSession()).error).toBeNull();
    const old = await anyone().auth.signInWithPassword({ email: person.email, password });
    expect(old.error?.code).toBe('invalid_credentials');
    const renewed = { email: person.email, password: 'another battery' };
    expect((await anyone().auth.signInWithPassword(renewed)).error).toBeNull();
  });

  test('whoever came by a link sets a password without the current one', async () => {
    const { email } = await createPerson(running.backend);
    const { data } = await adminOf(running.backend).auth.admin.generateLink({ type: 'recovery', email });
    const client = anyone();
    await client.auth.verifyOtp({ type: 'recovery', token_hash: data.properties?.hashed_token ?? '' });
    expect((await client.auth.updateUser({ password: 'another battery' })).error).toBeNull();
  });

  test.each([
    ['local', [false, true, true]],
    ['others', [true, false, false]],
    ['global', [false, false, false]],
  ] as const)('signing out with scope %s', async (scope, alive) => {
    const person = await createPerson(running.backend);
    const clients = await Promise.all([1, 2, 3].map(() => signInAs(running.backend, person)));
    const tokens = await Promise.all(
      clients.map(async (client) => (await client.auth.getSession()).data.session),
    );
    expect((await clients[0]?.auth.signOut({ scope }))?.error).toBeNull();
    const seen = await Promise.all(
      tokens.map(async (session) => {
        const asked = await anyone().auth.getUser(session?.access_token);
        const refreshed = await anyone().auth.refreshSession({ refresh_token: session?.refresh_token ?? '' });
        expect(refreshed.error === null).toBe(asked.error === null);
        return asked.error === null;
      }),
    );
    expect(seen).toEqual(alive);
  });

  test('a refresh token used again after its successor ends the family; its successor’s parent is forgiven', async () => {
    const client = await signInAs(running.backend, await createPerson(running.backend));
    const first = (await client.auth.getSession()).data.session?.refresh_token ?? '';
    const second = (await client.auth.refreshSession()).data.session?.refresh_token ?? '';
    const refresh = (refresh_token: string) => anyone().auth.refreshSession({ refresh_token });
    expect((await refresh(first)).data.session?.refresh_token).toBe(second);
    const third = (await refresh(second)).data.session?.refresh_token ?? '';
    expect((await refresh(first)).error).not.toBeNull();
    expect((await refresh(third)).error).not.toBeNull();
  });

  test('a sign-in is not refreshed after a week unused, nor after thirty days', async () => {
    const refresh = async (age: string) => {
      const client = await signInAs(running.backend, await createPerson(running.backend));
      const { data } = await client.auth.getSession();
      const id = decodeJwt(data.session?.access_token ?? '').session_id;
      await query(`update auth.sessions set ${age} where id = $1`, [id]);
      return (await client.auth.refreshSession()).error?.code;
    };
    expect(await refresh(`refreshed_at = now() at time zone 'utc' - interval '6 days'`)).toBeUndefined();
    expect(await refresh(`refreshed_at = now() at time zone 'utc' - interval '8 days'`)).toBe(
      'session_expired',
    );
    const old = `created_at = now() - interval '31 days', refreshed_at = now() at time zone 'utc'`;
    expect(await refresh(old)).toBe('session_expired');
  });

  test('every table of the auth server has row level security', async () => {
    const open = await query(
      `select c.oid::regclass::text as name from pg_catalog.pg_class c
       where c.relnamespace in ('auth'::regnamespace, 'mailbox'::regnamespace) and c.relkind = 'r' and not c.relrowsecurity`,
    );
    expect(open).toEqual([]);
    const [row] = await query(
      `select count(*)::int as n from pg_catalog.pg_class where relnamespace = 'auth'::regnamespace and relkind = 'r'`,
    );
    expect(row?.n).toBeGreaterThan(6);
  });

  test('paths that hosted has and this backend lacks are not found', async () => {
    const headers = { apikey: running.backend.address.publishable_key };
    for (const path of ['/authorize', '/verify?type=signup&token=x', '/callback', '/sso', '/magiclink'])
      expect((await fetch(`${running.backend.address.url}/auth/v1${path}`, { headers })).status).toBe(404);
  });
});
