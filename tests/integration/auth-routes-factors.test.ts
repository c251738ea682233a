import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { Phone } from '../support/phone.ts';
import { createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

let gym: { id: string };

beforeAll(async () => {
  appEnvironment();
  gym = await createGym();
});

async function signedIn(person: Person): Promise<{ visitor: Visitor; next: unknown }> {
  const visitor = new Visitor();
  return { visitor, next: await visitor.signIn(person) };
}

/** A super admin on the first day: no factor yet. */
async function newAdmin(): Promise<Person> {
  const person = await createStaff({ role: 'super_admin' });
  await sql()`delete from auth.mfa_factors where user_id = ${person.id}`;
  return person;
}

/** Sets a phone up through the routes; answers it with the recovery codes that came. */
async function enrol(visitor: Visitor): Promise<{ phone: Phone; codes: string[] }> {
  const begun = await visitor.post('/api/auth/factors');
  expect(begun.status).toBe(200);
  const phone = new Phone(begun.body as { secret: string; id: string });
  const done = await visitor.post(`/api/auth/factors/${phone.factorId}`, { code: await phone.shown() });
  expect(done.status).toBe(200);
  return { phone, codes: done.body.recovery_codes as string[] };
}

async function withFactor(role: 'gym_manager' | 'super_admin' = 'gym_manager') {
  const person = role === 'super_admin' ? await newAdmin() : await createStaff({ role, gym });
  const { visitor } = await signedIn(person);
  return { person, visitor, ...(await enrol(visitor)) };
}

const rename = async (visitor: Visitor) => {
  const { status, body } = await visitor.call('PUT', '/api/dashboard/settings/profile', {
    full_name: 'Alix Morel',
    language: 'fr',
  });
  return status === 204 ? 204 : `${status} ${body.code}`;
};
const pulse = async (visitor: Visitor) => {
  const { status, body } = await visitor.call('GET', `/api/dashboard/pulse?gym=${gym.id}`);
  return status === 200 ? 200 : `${status} ${body.code}`;
};
const mails = async (person: Person) =>
  (
    await sql()<{ kind: string }[]>`
    select kind from private.outgoing_mails where email = ${person.email} order by created_at`
  ).map(({ kind }) => kind);

describe('setting a second factor up', () => {
  it('hands over a picture and a secret, and with the first code ten recovery codes', async () => {
    const person = await createStaff({ role: 'gym_manager', gym });
    const { visitor } = await signedIn(person);
    const { body } = await visitor.post('/api/auth/factors');
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      qr: expect.stringMatching(/^data:image\/svg\+xml/),
      secret: expect.stringMatching(/^[A-Z2-7]{16,}$/),
      uri: expect.stringMatching(/^otpauth:\/\/totp\/.*issuer=JARVIS/),
    });
    const { codes } = await enrol(visitor);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
    const factors = await sql()`select status from auth.mfa_factors where user_id = ${person.id}`;
    expect(factors.map(({ status }) => status)).toEqual(['verified']);
    const [kept] = await sql()`
      select count(*)::int as count, bool_or(code_hash = any (${codes})) as plain
      from private.recovery_codes where user_id = ${person.id}`;
    expect(kept).toEqual({ count: 10, plain: false });
  });

  it('does not confirm by a wrong code, nor what is somebody else’s', async () => {
    const other = await signedIn(await createStaff({ role: 'gym_manager', gym }));
    const theirs = new Phone(
      (await other.visitor.post('/api/auth/factors')).body as { secret: string; id: string },
    );
    const { visitor } = await signedIn(await createStaff({ role: 'gym_manager', gym }));
    const phone = new Phone((await visitor.post('/api/auth/factors')).body as { secret: string; id: string });
    const wrong = await visitor.post(`/api/auth/factors/${phone.factorId}`, { code: '000000' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'mfa_code_wrong' } });
    const foreign = await visitor.post(`/api/auth/factors/${theirs.factorId}`, {
      code: await theirs.shown(),
    });
    expect(foreign.status).toBe(404);
    for (const code of ['12345', '1234567', 'abcdef', ''])
      expect((await visitor.post(`/api/auth/factors/${phone.factorId}`, { code })).status).toBe(422);
  });

  it('a second phone brings no new codes, and the first ones stay', async () => {
    const { visitor, person } = await withFactor();
    const { codes } = await enrol(visitor);
    expect(codes).toEqual([]);
    const [kept] =
      await sql()`select count(*)::int as count from private.recovery_codes where user_id = ${person.id}`;
    expect(kept?.count).toBe(10);
  });
});

/** Makes every proof of a person 16 minutes old, and a browser due for a token that says so. */
async function age(person: Person, visitor: Visitor): Promise<void> {
  await sql()`
    update auth.mfa_amr_claims set updated_at = now() - interval '16 minutes'
    where session_id in (select id from auth.sessions where user_id = ${person.id})`;
  visitor.age();
}

describe('an old sign-in', () => {
  it('adds no factor until the person proves again who they are', async () => {
    const person = await createStaff({ role: 'gym_manager', gym });
    const { visitor } = await signedIn(person);
    await age(person, visitor);
    const stale = await visitor.post('/api/auth/factors');
    expect(stale).toMatchObject({ status: 403, body: { code: 'sign_in_stale' } });
    expect(await rename(visitor)).toBe(204);
    await visitor.signIn(person);
    expect((await visitor.post('/api/auth/factors')).status).toBe(200);
  });

  it('ends no other until the person proves again who they are', async () => {
    const { person, visitor, phone } = await withFactor();
    const { visitor: other } = await signedIn(person);
    await other.post('/api/auth/mfa', { code: await phone.fresh() });
    expect(await rename(other)).toBe(204);
    await age(person, visitor);
    const [{ id } = { id: '' }] = await sql()<{ id: string }[]>`
      select id from auth.sessions where user_id = ${person.id} order by created_at desc limit 1`;
    for (const ask of [
      () => visitor.call('DELETE', `/api/auth/sign-ins/${id}`),
      () => visitor.post('/api/auth/sign-ins/end-others'),
    ])
      expect(await ask()).toMatchObject({ status: 403, body: { code: 'sign_in_stale' } });
    expect(await rename(other)).toBe(204);
    expect((await visitor.post('/api/auth/mfa', { code: await phone.fresh() })).status).toBe(204);
    expect((await visitor.call('DELETE', `/api/auth/sign-ins/${id}`)).status).toBe(204);
    expect(await rename(other)).toBe('401 unauthenticated');
  });
});

describe('signing in with a second factor', () => {
  it('opens nothing before the code, everything after it, and ends lower sign-ins', async () => {
    const { person, phone } = await withFactor();
    const { visitor, next } = await signedIn(person);
    expect(next).toBe('mfa');
    expect(await pulse(visitor)).toBe('403 mfa_required');
    expect(await rename(visitor)).toBe('403 mfa_required');
    for (const path of ['factors', 'password', 'recovery-codes', 'sign-ins/end-others'] as const)
      expect((await visitor.post(`/api/auth/${path}`)).body.code).toBe('mfa_required');
    const shown = await visitor.post('/api/auth/mfa', { code: await phone.fresh() });
    expect(shown.status).toBe(204);
    expect(shown.set.filter(({ maxAge }) => maxAge !== 0).every(({ httpOnly }) => httpOnly)).toBe(true);
    expect(await pulse(visitor)).toBe(200);
    expect(await rename(visitor)).toBe(204);
  });

  it('takes a code once, with spaces in it or not', async () => {
    const { person, phone } = await withFactor();
    const [first, second] = [await signedIn(person), await signedIn(person)];
    const code = await phone.fresh();
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await first.visitor.post('/api/auth/mfa', { code: spaced })).status).toBe(204);
    const third = await signedIn(person);
    const replayed = await third.visitor.post('/api/auth/mfa', { code });
    expect(replayed).toMatchObject({ status: 422, body: { code: 'mfa_code_wrong' } });
    expect(await rename(second.visitor)).toBe('401 unauthenticated');
  });

  it('holds a person after five wrong codes in five minutes, the right one too, in every browser', async () => {
    const { person, phone } = await withFactor();
    const { visitor } = await signedIn(person);
    for (let tries = 0; tries < 5; tries++)
      expect((await visitor.post('/api/auth/mfa', { code: '000000' })).status).toBe(422);
    const held = await visitor.post('/api/auth/mfa', { code: await phone.fresh() });
    expect(held).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    const elsewhere = await signedIn(person);
    expect((await elsewhere.visitor.post('/api/auth/mfa', { code: await phone.fresh() })).status).toBe(429);
  });
});

describe('a lost phone', () => {
  it('a recovery code opens once, takes the factor away, ends the others and tells the person', async () => {
    const { person, visitor: before, codes } = await withFactor();
    const { visitor } = await signedIn(person);
    const typed = codes[3]!.toUpperCase().replace('-', ' ');
    const used = await visitor.post('/api/auth/mfa/recovery', { code: typed });
    expect(used).toMatchObject({ status: 200, body: { next: 'dashboard' } });
    expect(await rename(visitor)).toBe(204);
    expect(await rename(before)).toBe('401 unauthenticated');
    expect(await mails(person)).toContain('recovery_used');
    expect((await signedIn(person)).next).toBe('dashboard');
    expect((await visitor.post('/api/auth/mfa/recovery', { code: codes[4]! })).status).toBe(409);
  });

  it('a super admin is sent to set a new one up before anything else', async () => {
    const { person, codes } = await withFactor('super_admin');
    const { visitor } = await signedIn(person);
    const used = await visitor.post('/api/auth/mfa/recovery', { code: codes[0]! });
    expect(used).toMatchObject({ status: 200, body: { next: 'enrol' } });
    expect(await rename(visitor)).toBe('403 mfa_required');
    const again = await enrol(visitor);
    expect(again.codes).toHaveLength(10);
    expect(again.codes).not.toEqual(expect.arrayContaining([codes[1]]));
    expect(await rename(visitor)).toBe(204);
  });

  it('a wrong code says so, five hold the person', async () => {
    const { person, codes } = await withFactor();
    const { visitor } = await signedIn(person);
    for (let tries = 0; tries < 5; tries++) {
      const wrong = await visitor.post('/api/auth/mfa/recovery', { code: 'aaaaa-aaaaa' });
      expect(wrong).toMatchObject({ status: 422, body: { code: 'recovery_code_wrong' } });
    }
    const held = await visitor.post('/api/auth/mfa/recovery', { code: codes[0]! });
    expect(held).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
  });
});

describe('on the settings page', () => {
  it('a factor goes by a current code alone, with a mail', async () => {
    const { person, visitor, phone } = await withFactor();
    const path = `/api/auth/factors/${phone.factorId}` as const;
    expect((await visitor.call('DELETE', path, { code: '000000' })).body.code).toBe('mfa_code_wrong');
    expect((await visitor.call('DELETE', path, { code: await phone.fresh() })).status).toBe(204);
    expect(await mails(person)).toEqual(['mfa_removed']);
    expect(await rename(visitor)).toBe(204);
    expect((await signedIn(person)).next).toBe('dashboard');
  });

  it('a super admin’s last factor stays; with a second one the first may go', async () => {
    const { visitor, phone } = await withFactor('super_admin');
    const path = `/api/auth/factors/${phone.factorId}` as const;
    const refused = await visitor.call('DELETE', path, { code: await phone.fresh() });
    expect(refused).toMatchObject({ status: 409, body: { code: 'mfa_mandatory' } });
    const { phone: second } = await enrol(visitor);
    expect((await visitor.call('DELETE', path, { code: await second.fresh() })).status).toBe(204);
    expect(await rename(visitor)).toBe(204);
  });

  it('new recovery codes need a current code and replace the old ones', async () => {
    const { person, visitor, phone, codes } = await withFactor();
    expect((await visitor.post('/api/auth/recovery-codes', { code: '000000' })).status).toBe(422);
    const { status, body } = await visitor.post('/api/auth/recovery-codes', { code: await phone.fresh() });
    expect(status).toBe(200);
    const fresh = body.recovery_codes as string[];
    expect(fresh).toHaveLength(10);
    const lost = await signedIn(person);
    expect((await lost.visitor.post('/api/auth/mfa/recovery', { code: codes[0]! })).status).toBe(422);
    expect((await lost.visitor.post('/api/auth/mfa/recovery', { code: fresh[0]! })).status).toBe(200);
  });
});
