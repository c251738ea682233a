import { NextRequest } from 'next/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, origin, Visitor } from '../support/visitor.ts';

const written = await vi.hoisted(async () => new (await import('../support/log-lines.ts')).LogLines());
vi.mock('pino', (original) => written.instead(original));

const request = () => written.of('request').at(-1);
const uuid = /^[0-9a-f-]{36}$/;
const hash = /^[0-9a-f]{16}$/;

let gym: { id: string };
let person: Person;

beforeAll(async () => {
  appEnvironment();
  process.env.LOG_LEVEL = 'info';
  gym = await createGym();
  person = await createStaff({ role: 'gym_manager', gym });
});
afterAll(() => {
  process.env.LOG_LEVEL = 'silent';
});
beforeEach(() => written.clear());

describe('the log of signing in', () => {
  it('names who signed in, and what was typed by its hash alone', async () => {
    const visitor = new Visitor({ address: '198.51.100.200' });
    await visitor.signIn(person);
    const worked = request();
    expect(worked).toMatchObject({
      level: 30,
      event: 'sign_in',
      status: 200,
      person: person.id,
      next: 'dashboard',
      id: expect.stringMatching(uuid),
      account: expect.stringMatching(hash),
      from: expect.stringMatching(hash),
      time: expect.any(Number),
    });
    expect(worked).not.toHaveProperty('code');

    await visitor.post('/api/auth/sign-in', { email: person.email, password: 'not the password' });
    expect(request()).toMatchObject({
      level: 40,
      event: 'sign_in',
      status: 401,
      code: 'wrong_credentials',
      account: worked?.account,
      from: worked?.from,
    });
    expect(written.text).not.toContain(person.email);
    expect(written.text).not.toContain(person.password);
    expect(written.text).not.toContain('198.51.100.200');
  });

  it('knows a deactivated person’s try from a wrong password', async () => {
    const gone = await createStaff({ role: 'gym_staff', gym, is_active: false });
    await new Visitor().post('/api/auth/sign-in', gone);
    expect(request()).toMatchObject({ event: 'sign_in', code: 'wrong_credentials' });
    expect(request()?.next ?? 'banned').toMatch(/^(inactive|banned)$/);
  });

  it('tells what else is done to a way in, and how it was proved', async () => {
    const visitor = new Visitor();
    await visitor.signIn(person);
    await visitor.post('/api/auth/password', { password: 'tilleul fanfare bocal', current: 'wrong' });
    expect(request()).toMatchObject({
      event: 'password_changed',
      code: 'password_current_wrong',
      person: person.id,
      proof: 'current',
    });
    await visitor.post('/api/auth/mfa', { code: '123456' });
    expect(request()).toMatchObject({ event: 'factor_shown', status: 409, person: person.id });
    await visitor.post('/api/auth/confirm', { token_hash: 'x'.repeat(40), type: 'recovery' });
    expect(request()).toMatchObject({ event: 'link_redeemed', code: 'link_expired', link: 'recovery' });
    await visitor.post('/api/auth/reset', { email: person.email });
    expect(request()).toMatchObject({ event: 'reset_asked', status: 202 });
    await visitor.post('/api/auth/sign-out', {});
    expect(request()).toMatchObject({ event: 'sign_out', status: 204, person: person.id });
    expect(written.text).not.toMatch(/tilleul|xxxxx|123456/);
  });
});

describe('the log of refusals', () => {
  it('says who was refused what', async () => {
    const staff = await createStaff({ role: 'gym_staff', gym });
    const visitor = new Visitor();
    await visitor.signIn(staff);
    const unknown = `/api/dashboard/team/${person.id}` as const;
    await visitor.call('PUT', unknown, { active: false });
    expect(request()).toMatchObject({
      level: 40,
      method: 'PUT',
      path: unknown,
      status: 403,
      code: 'forbidden',
      person: staff.id,
      from: expect.stringMatching(hash),
    });
    await new Visitor().call('PUT', unknown, { active: false });
    expect(request()).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(request()).not.toHaveProperty('person');
    await visitor.call('PUT', unknown, { active: false }, { origin: 'https://evil.example' });
    expect(request()).toMatchObject({ code: 'foreign_origin', person: staff.id });
    await visitor.call('PUT', '/api/dashboard/settings/profile', { full_name: '' });
    expect(request()).toMatchObject({ code: 'invalid_input', person: staff.id });
  });

  it('keeps two requests at once apart, and gives an error its request’s number', async () => {
    const { withAnyone } = await import('@/lib/http/with-anyone');
    const { note } = await import('@/lib/log');
    const route = withAnyone(async ({ request: { nextUrl } }) => {
      note({ account: nextUrl.pathname.at(-1)! });
      await Promise.resolve();
      throw new Error('planted\n{"level":30,"msg":"request","person":"forged"}');
    });
    const none = { params: Promise.resolve({}) };
    const answers = await Promise.all(
      ['a', 'b'].map((name) => route(new NextRequest(`${origin}/api/${name}`), none)),
    );
    const ids = answers.map((answer) => answer.headers.get('x-request-id'));
    expect(written.of('unexpected').map(({ id, account }) => [id, account])).toEqual(
      ids.map((id, index) => [id, 'ab'[index]]),
    );
    expect(written.of('request').map(({ id, status, code }) => [id, status, code])).toEqual(
      ids.map((id) => [id, 500, 'internal']),
    );
    expect(written.text).not.toContain('forged');
  });
});
