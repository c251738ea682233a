import { createClient } from '@supabase/supabase-js';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { describe, expect, inject, test } from 'vitest';

const address = inject('backend');
const options = { auth: { persistSession: false, autoRefreshToken: false } };
const admin = createClient(address.url, address.secret_key, options);
const anyone = () => createClient(address.url, address.publishable_key, options);
const password = 'correct horse';

let count = 0;
async function createPerson() {
  const email = `backend-auth-${Date.now()}-${count++}@example.test`;
  const { data, error } = await admin.auth.admin.createUser({ email, password, email_confirm: true });
  if (error) throw error;
  return { id: data.user.id, email };
}

async function signIn(email: string) {
  const client = anyone();
  const { data, error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw error;
  return { client, session: data.session };
}

describe('tokens', () => {
  test('carry the claims of hosted and are signed with the published key', async () => {
    const { id, email } = await createPerson();
    const { session } = await signIn(email);
    const { keys } = (await (await fetch(`${address.url}/auth/v1/.well-known/jwks.json`)).json()) as {
      keys: Record<string, string>[];
    };
    expect(decodeProtectedHeader(session.access_token)).toMatchObject({ alg: 'ES256', kid: keys[0]?.kid });
    expect(keys[0]).not.toHaveProperty('d');
    expect(decodeJwt(session.access_token)).toMatchObject({
      iss: `${address.url}/auth/v1`,
      aud: 'authenticated',
      sub: id,
      email,
      role: 'authenticated',
      aal: 'aal1',
      amr: [{ method: 'password' }],
      app_metadata: { provider: 'email' },
      session_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('getClaims() verifies without asking for the user', async () => {
    const { email } = await createPerson();
    const asked: string[] = [];
    const client = createClient(address.url, address.publishable_key, {
      ...options,
      global: {
        fetch: (input, init) => {
          asked.push(new URL(String(input)).pathname);
          return fetch(input, init);
        },
      },
    });
    await client.auth.signInWithPassword({ email, password });
    const { data } = await client.auth.getClaims();
    expect(data?.claims.email).toBe(email);
    expect(asked).toEqual(['/auth/v1/token', '/auth/v1/.well-known/jwks.json']);
  });

  test('a refresh keeps the sign-in and how it was made', async () => {
    const { email } = await createPerson();
    const { client, session } = await signIn(email);
    const { data, error } = await client.auth.refreshSession();
    expect(error).toBeNull();
    const [before, after] = [decodeJwt(session.access_token), decodeJwt(data.session?.access_token ?? '')];
    expect(after).toMatchObject({ session_id: before.session_id, amr: before.amr, aal: 'aal1' });
  });

  test.each([
    ['a public key used as a shared secret', 'HS256' as const],
    ['a made-up shared secret', 'HS512' as const],
  ])('a token forged with %s is refused', async (_, alg) => {
    const { id } = await createPerson();
    const jwks = await (await fetch(`${address.url}/auth/v1/.well-known/jwks.json`)).text();
    const forged = await new SignJWT({ sub: id, role: 'service_role' })
      .setProtectedHeader({ alg })
      .setExpirationTime('1h')
      .setIssuedAt()
      .sign(new TextEncoder().encode(jwks));
    const headers = { apikey: address.publishable_key, authorization: `Bearer ${forged}` };
    expect((await fetch(`${address.url}/rest/v1/users?select=id`, { headers })).status).toBe(401);
    expect((await fetch(`${address.url}/auth/v1/user`, { headers })).ok).toBe(false);
    expect((await fetch(`${address.url}/auth/v1/admin/users`, { headers })).status).toBe(403);
  });
});

describe('admin API', () => {
  test('createUser, getUserById, updateUserById, deleteUser', async () => {
    const { id, email } = await createPerson();
    const found = await admin.auth.admin.getUserById(id);
    expect(found.data.user).toMatchObject({ id, email, identities: [{ provider: 'email' }] });
    await admin.auth.admin.updateUserById(id, { user_metadata: { a: 1, b: 2 } });
    const merged = await admin.auth.admin.updateUserById(id, { user_metadata: { a: null, c: 3 } });
    expect(merged.data.user?.user_metadata).toEqual({ b: 2, c: 3 });
    expect((await admin.auth.admin.deleteUser(id)).error).toBeNull();
    expect((await admin.auth.admin.getUserById(id)).error?.code).toBe('user_not_found');
  });

  test('listUsers pages and counts', async () => {
    await createPerson();
    await createPerson();
    const { data, error } = await admin.auth.admin.listUsers({ page: 1, perPage: 1 });
    expect(error).toBeNull();
    expect(data.users).toHaveLength(1);
    expect(data).toMatchObject({ nextPage: 2 });
    if ('total' in data) expect(data.total).toBeGreaterThan(1);
  });

  test.each([
    ['an address that is taken', { again: true }, 'email_exists'],
    ['no address', { email: undefined }, 'validation_failed'],
    ['a malformed address', { email: 'nobody' }, 'validation_failed'],
    ['a short password', { password: '12345' }, 'weak_password'],
    ['a ban that is no duration', { ban_duration: 'forever' }, 'validation_failed'],
  ])('createUser refuses %s', async (_, wrong, code) => {
    const email = 'again' in wrong ? (await createPerson()).email : `refused-${count++}@example.test`;
    const { error } = await admin.auth.admin.createUser({ email, password, ...wrong });
    expect(error?.code).toBe(code);
  });

  test('a new password ends every sign-in and replaces the old one', async () => {
    const { id, email } = await createPerson();
    const { client } = await signIn(email);
    await admin.auth.admin.updateUserById(id, { password: 'battery staple' });
    expect((await client.auth.getUser()).error).not.toBeNull();
    expect((await anyone().auth.signInWithPassword({ email, password })).error?.code).toBe(
      'invalid_credentials',
    );
    const renewed = await anyone().auth.signInWithPassword({ email, password: 'battery staple' });
    expect(renewed.error).toBeNull();
  });

  test('a banned user is signed out, refused, and let in again when the ban is lifted', async () => {
    const { id, email } = await createPerson();
    const { client } = await signIn(email);
    await admin.auth.admin.updateUserById(id, { ban_duration: '24h' });
    expect((await client.auth.getUser()).error).not.toBeNull();
    expect((await client.auth.refreshSession()).error).not.toBeNull();
    expect((await anyone().auth.signInWithPassword({ email, password })).error?.code).toBe('user_banned');
    await admin.auth.admin.updateUserById(id, { ban_duration: 'none' });
    expect((await anyone().auth.signInWithPassword({ email, password })).error).toBeNull();
  });

  test('signOut ends the sign-in of a token', async () => {
    const { email } = await createPerson();
    const { client, session } = await signIn(email);
    expect((await admin.auth.admin.signOut(session.access_token)).error).toBeNull();
    expect((await client.auth.getUser()).error).not.toBeNull();
  });

  test('is for the secret key alone', async () => {
    const { email } = await createPerson();
    const { session } = await signIn(email);
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${address.url}/auth/v1/admin/users`, { headers })).status;
    expect(await ask({})).toBe(401);
    expect(await ask({ apikey: 'sb_secret_guess' })).toBe(401);
    expect(await ask({ apikey: address.publishable_key })).toBe(403);
    expect(await ask({ apikey: address.secret_key, authorization: `Bearer ${session.access_token}` })).toBe(
      403,
    );
    expect(await ask({ apikey: address.secret_key, 'user-agent': 'Mozilla/5.0 (X11)' })).toBe(401);
    expect(await ask({ apikey: address.secret_key })).toBe(200);
  });
});
