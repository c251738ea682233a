import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { secretClient, signIn, sql } from '../support/clients.ts';
import { Phone } from '../support/phone.ts';
import { createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

const STRONG = 'tilleul fanfare bocal onze';
const NEW_PASSWORD_PAGE = '/auth/reset?step=password';

let gym: { id: string };
let manager: Person;

beforeAll(async () => {
  appEnvironment();
  gym = await createGym({ name: 'Forme Montparnasse' });
  manager = await createStaff({ role: 'gym_manager', gym });
});

const newStaff = () => createStaff({ role: 'gym_staff', gym });

/** What a mail's link carries, made as the function that sends it does. */
async function linkFor(email: string, type: 'invite' | 'recovery') {
  const { data, error } = await secretClient().auth.admin.generateLink({ type, email });
  if (error) throw error;
  return { token_hash: data.properties.hashed_token, type };
}

async function invite(): Promise<string> {
  const email = `new-${randomBytes(4).toString('hex')}@example.test`;
  const client = await signIn(manager);
  const call = { p_email: email, p_full_name: 'Lou Petit', p_role: 'gym_staff' as const, p_gym_id: gym.id };
  const { error } = await client.rpc('invite_person', call);
  if (error) throw error;
  // Its mail makes a link of its own, which would end one that a test has just made.
  const waiting = () =>
    sql()`select id from private.outgoing_mails where email = ${email} and state = 'pending'`;
  await vi.waitFor(async () => expect(await waiting()).toHaveLength(0), { timeout: 20_000 });
  return email;
}

const confirm = (visitor: Visitor, link: object) => visitor.post('/api/auth/confirm', link);
const rename = async (visitor: Visitor) =>
  (await visitor.call('PUT', '/api/dashboard/settings/profile', { full_name: 'Alix', language: 'fr' }))
    .status;
const mails = async (email: string) =>
  (await sql()<{ kind: string }[]>`select kind from private.outgoing_mails where email = ${email}`).map(
    ({ kind }) => kind,
  );

async function signedIn(person: { email: string; password: string }): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

describe('a link', () => {
  it('works once, by POST alone: opening its page or asking by GET uses nothing up', async () => {
    const link = await linkFor((await newStaff()).email, 'recovery');
    const looker = new Visitor();
    expect((await looker.call('GET', '/api/auth/confirm')).status).toBe(405);
    expect(looker.jar.size).toBe(0);
    const visitor = new Visitor();
    expect(await confirm(visitor, link)).toMatchObject({ status: 200, body: { next: NEW_PASSWORD_PAGE } });
    const again = new Visitor();
    expect(await confirm(again, link)).toMatchObject({ status: 410, body: { code: 'link_expired' } });
    expect(again.jar.size).toBe(0);
    expect(await rename(visitor)).toBe(204);
  });

  it('that never was, or of another kind, gets the same answer', async () => {
    const link = await linkFor((await newStaff()).email, 'recovery');
    const never = { token_hash: randomBytes(32).toString('hex'), type: 'recovery' };
    for (const wrong of [never, { ...link, type: 'invite' }])
      expect(await confirm(new Visitor(), wrong)).toMatchObject({
        status: 410,
        body: { code: 'link_expired' },
      });
    for (const shape of [{ ...link, type: 'email_change' }, { ...link, token_hash: '../x' }, {}])
      expect((await confirm(new Visitor(), shape)).status).toBe(422);
  });

  it('of a deactivated person opens nothing and leaves no sign-in', async () => {
    const person = await newStaff();
    const link = await linkFor(person.email, 'recovery');
    await sql()`update public.users set is_active = false where id = ${person.id}`;
    await sql()`update auth.users set banned_until = null where id = ${person.id}`;
    const visitor = new Visitor();
    expect(await confirm(visitor, link)).toMatchObject({ status: 410, body: { code: 'link_expired' } });
    expect(visitor.jar.size).toBe(0);
    expect(await sql()`select id from auth.sessions where user_id = ${person.id}`).toHaveLength(0);
  });

  it('takes the place of the sign-in that the browser held', async () => {
    const visitor = await signedIn(await newStaff());
    const earlier = new Visitor();
    for (const [name, value] of visitor.jar) earlier.jar.set(name, value);
    await confirm(visitor, await linkFor((await newStaff()).email, 'recovery'));
    expect(await rename(earlier)).toBe(401);
    expect(await rename(visitor)).toBe(204);
  });

  it.each(['//evil.example', '/.//evil.example', 'https://evil.example', '/\\evil.example'])(
    'never leads to %s',
    async (next) => {
      const email = await invite();
      const visitor = new Visitor();
      const reply = await confirm(visitor, { ...(await linkFor(email, 'invite')), next });
      expect(reply.body.next).toBe('/auth/setup');
      await sql()`insert into public.users (id, email, full_name, role, gym_id)
        select id, email, 'Lou', 'gym_staff', ${gym.id} from auth.users where email = ${email}`;
      const magic = await secretClient().auth.admin.generateLink({ type: 'magiclink', email });
      const token = { token_hash: magic.data.properties!.hashed_token, type: 'magiclink', next };
      expect(await confirm(new Visitor(), token)).toMatchObject({
        status: 200,
        body: { next: '/dashboard' },
      });
    },
  );
});

describe('an invitation', () => {
  const accepted = { full_name: 'Lou Petit', language: 'en', password: STRONG, terms: true };

  it('leads from its link to the first page', async () => {
    const email = await invite();
    const visitor = new Visitor();
    const opened = await confirm(visitor, await linkFor(email, 'invite'));
    expect(opened).toMatchObject({ status: 200, body: { next: '/auth/setup' } });
    expect(await rename(visitor)).toBe(409);
    expect(await visitor.post('/api/auth/setup', accepted)).toMatchObject({
      status: 200,
      body: { next: 'dashboard' },
    });
    const [person] = await sql()`
      select role, gym_id, language, terms_version is not null and terms_accepted_at is not null as agreed
      from public.users where email = ${email}`;
    expect(person).toEqual({ role: 'gym_staff', gym_id: gym.id, language: 'en', agreed: true });
    expect(await rename(visitor)).toBe(204);
    expect(await rename(await signedIn({ email, password: STRONG }))).toBe(204);
    expect((await visitor.post('/api/auth/setup', accepted)).status).toBe(409);
  });

  it('needs a good password and the terms', async () => {
    const visitor = new Visitor();
    await confirm(visitor, await linkFor(await invite(), 'invite'));
    const weak = await visitor.post('/api/auth/setup', { ...accepted, password: 'LouPetit2026' });
    expect(weak).toMatchObject({
      status: 422,
      body: { code: 'password_weak', errors: [{ field: 'password', code: 'guessable' }] },
    });
    const ofThePlace = await visitor.post('/api/auth/setup', { ...accepted, password: 'forme-montparnasse' });
    expect(ofThePlace).toMatchObject({ status: 422, body: { code: 'password_weak' } });
    const without = await visitor.post('/api/auth/setup', { ...accepted, terms: false });
    expect(without.body.errors).toMatchObject([{ field: 'terms' }]);
    expect((await visitor.post('/api/auth/setup', accepted)).status).toBe(200);
  });

  it('that ran out or was taken back leads nowhere', async () => {
    const late = await invite();
    await sql()`update public.invitations set expires_at = now() - interval '1 minute' where email = ${late}`;
    expect((await confirm(new Visitor(), await linkFor(late, 'invite'))).status).toBe(410);
    const email = await invite();
    const visitor = new Visitor();
    await confirm(visitor, await linkFor(email, 'invite'));
    await sql()`update public.invitations set revoked_at = now() where email = ${email}`;
    expect((await visitor.post('/api/auth/setup', accepted)).status).toBe(401);
    expect(await sql()`select id from public.users where email = ${email}`).toHaveLength(0);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string, visitor = new Visitor()) => visitor.post('/api/auth/reset', { email });

  it('is answered the same in the same time, and mailed only to who is there', async () => {
    const person = await newStaff();
    for (const email of [person.email, 'nobody-here@example.test']) {
      const { status, body, ms, set } = await ask(email);
      expect({ status, body, set }).toEqual({ status: 202, body: {}, set: [] });
      // On the half second, whatever the work took.
      expect(ms).toBeGreaterThanOrEqual(495);
      expect(ms % 500 < 200 || ms % 500 >= 495).toBe(true);
    }
    expect(await mails(person.email)).toEqual(['reset']);
    expect(await mails('nobody-here@example.test')).toEqual([]);
  });

  it('an address may ask five times an hour, known or not', async () => {
    const visitor = new Visitor({ address: '203.0.113.5' });
    const all = await Promise.all(Array.from({ length: 6 }, () => ask('often@example.test', visitor)));
    expect(all.map(({ status }) => status).sort()).toEqual([202, 202, 202, 202, 202, 429]);
  });

  it('gets a new one by the link alone, ends the other sign-ins and is told by mail', async () => {
    const person = await newStaff();
    const other = await signedIn(person);
    const visitor = new Visitor();
    await confirm(visitor, await linkFor(person.email, 'recovery'));
    expect((await visitor.post('/api/auth/password', { password: STRONG })).status).toBe(204);
    expect(await rename(visitor)).toBe(204);
    expect(await rename(other)).toBe(401);
    expect(await mails(person.email)).toEqual(['password_changed']);
    expect((await new Visitor().post('/api/auth/sign-in', person)).status).toBe(401);
    expect(await new Visitor().signIn({ email: person.email, password: STRONG })).toBe('dashboard');
  });

  it('with a second factor the link leads to the code first', async () => {
    const person = await newStaff();
    const before = await signedIn(person);
    const phone = new Phone((await before.post('/api/auth/factors')).body as { secret: string; id: string });
    await before.post(`/api/auth/factors/${phone.factorId}`, { code: await phone.shown() });
    const visitor = new Visitor();
    const { body } = await confirm(visitor, await linkFor(person.email, 'recovery'));
    expect(body.next).toBe(`/auth/mfa?next=${encodeURIComponent(NEW_PASSWORD_PAGE)}`);
    const early = await visitor.post('/api/auth/password', { password: STRONG });
    expect(early).toMatchObject({ status: 403, body: { code: 'mfa_required' } });
    expect((await visitor.post('/api/auth/mfa', { code: await phone.fresh() })).status).toBe(204);
    expect((await visitor.post('/api/auth/password', { password: STRONG })).status).toBe(204);
  });
});

describe('changing the password', () => {
  it('needs the current one', async () => {
    const person = await newStaff();
    const [visitor, other] = [await signedIn(person), await signedIn(person)];
    for (const body of [{ password: STRONG }, { password: STRONG, current: 'not this one' }])
      expect(await visitor.post('/api/auth/password', body)).toMatchObject({
        status: 422,
        body: { code: 'password_current_wrong', errors: [{ field: 'current', code: 'wrong' }] },
      });
    expect(await rename(other)).toBe(204);
    const body = { password: STRONG, current: person.password };
    expect((await visitor.post('/api/auth/password', body)).status).toBe(204);
    expect(await rename(visitor)).toBe(204);
    expect(await rename(other)).toBe(401);
    expect(await mails(person.email)).toEqual(['password_changed']);
    expect(await new Visitor().signIn({ email: person.email, password: STRONG })).toBe('dashboard');
  });

  it.each([
    ['kurz', 'too_short'],
    ['é'.repeat(40), 'too_long'],
    ['aaaaaaaaaaaaa', 'guessable'],
    ['forme-montparnasse', 'guessable'],
  ])('refuses %s: %s', async (password, code) => {
    const visitor = await signedIn(manager);
    const reply = await visitor.post('/api/auth/password', { password, current: manager.password });
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'password_weak', errors: [{ field: 'password', code }] },
    });
  });

  it('guessing the current one is held, and does not lock the person out of signing in elsewhere', async () => {
    const person = await newStaff();
    const visitor = await signedIn(person);
    const guess = () => visitor.post('/api/auth/password', { password: STRONG, current: 'wrong' });
    for (let tries = 0; tries < 10; tries++) expect((await guess()).status).toBe(422);
    expect(await guess()).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(await new Visitor().signIn(person)).toBe('dashboard');
  });
});
