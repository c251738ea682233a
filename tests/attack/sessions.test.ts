import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { createStaff, type Person } from '../support/tenants.ts';
import { codeOf } from './support/faults.ts';
import { ask, cookiesOf } from './support/http.ts';
import { cookieName, makePeople, signInAs, signInCookie } from './support/people.ts';
import { makeTenant, type Tenant } from './support/world.ts';

let own: Tenant;
let other: Tenant;

beforeAll(async () => {
  [own, other] = [await makeTenant(), await makeTenant()];
});

afterAll(() => sql().end());

const person = () => createStaff({ role: 'gym_manager', gym: { id: own.gymId } });
const signIn = ({ email, password }: Person, cookie = '') =>
  ask({ path: '/api/auth/sign-in', cookie, body: { email, password } });
const opens = async (cookie: string, tenant = own) =>
  (await ask({ path: `/api/dashboard/pulse?gym=${tenant.gymId}`, cookie })).status;
const stranger = async () => {
  const [made] = await makePeople(1, { role: 'gym_manager', name: other.mark, gymId: other.gymId });
  return signInAs(made!);
};

describe('a sign-in', () => {
  it('is nobody else’s afterwards: what was planted in the browser is gone', async () => {
    const planted = await stranger();
    const victim = await person();
    const more = `sb-127-auth-token=base64-eyJ9; ${cookieName}.7=tail; __Host-sb-jarvis=x; gym=${other.gymId}`;
    const answer = await signIn(victim, `${planted.cookie}; ${more}`);
    expect(answer.status).toBe(200);
    const cookie = cookiesOf(answer, `${planted.cookie}; ${more}`);
    expect(cookie).not.toContain(planted.token.slice(-40));
    expect(cookie).not.toMatch(/sb-127|\.7=|__Host-sb|gym=/);
    expect([await opens(cookie), await opens(cookie, other)]).toEqual([200, 404]);
    expect(await opens(planted.cookie, other), 'the planted one has ended').toBe(401);
  });

  it('has another id and other cookies each time', async () => {
    const victim = await person();
    const first = cookiesOf(await signIn(victim));
    const second = cookiesOf(await signIn(victim, first));
    expect(second).not.toBe(first);
    expect([await opens(first), await opens(second)]).toEqual([401, 200]);
  });

  it('is over for good when it is ended: copies of its cookies open nothing', async () => {
    const cookie = cookiesOf(await signIn(await person()));
    expect(await opens(cookie)).toBe(200);
    expect((await ask({ path: '/api/auth/sign-out', cookie, body: {} })).status).toBe(204);
    expect(await opens(cookie)).toBe(401);
    const page = await ask({ path: '/dashboard', cookie });
    expect([page.status, page.headers.location]).toEqual([307, expect.stringContaining('/login')]);
  });

  it('does not outlive its person', async () => {
    const victim = await person();
    const cookie = cookiesOf(await signIn(victim));
    await sql()`update public.users set is_active = false where id = ${victim.id}`;
    expect(await opens(cookie)).toBe(401);
    expect(codeOf(await signIn(victim))).toBe('wrong_credentials');
  });

  it('is not ended by a page elsewhere', async () => {
    const cookie = cookiesOf(await signIn(await person()));
    for (const origin of [null, 'https://evil.example'])
      expect((await ask({ path: '/api/auth/sign-out', cookie, body: {}, origin })).status).toBe(403);
    expect(await opens(cookie)).toBe(200);
  });
});

describe('cookies', () => {
  it('that name somebody else beside the token are believed in the token alone', async () => {
    const [me] = await makePeople(1, { role: 'gym_staff', name: own.mark, gymId: own.gymId });
    const mine = await signInAs(me!);
    const theirs = await stranger();
    const mixed = signInCookie(mine.token, theirs.person);
    expect([await opens(mixed), await opens(mixed, other)]).toEqual([200, 404]);
  });

  it('of two sign-ins in one are nobody’s', async () => {
    const [mine, theirs] = [await stranger(), await stranger()];
    const parts = (cookie: string) => {
      const value = cookie.replaceAll(/(?:^|; )sb-jarvis(?:\.\d+)?=/g, '');
      return [value.slice(0, 800), value.slice(800)];
    };
    const cookie = `${cookieName}.0=${parts(mine.cookie)[0]}; ${cookieName}.1=${parts(theirs.cookie)[1]}`;
    expect(await opens(cookie, other)).toBe(401);
  });

  it.each([
    ['empty', ''],
    ['no base64', 'base64-%%%'],
    ['no JSON', `base64-${Buffer.from('{').toString('base64url')}`],
    ['a list', `base64-${Buffer.from('[1]').toString('base64url')}`],
    ['null', `base64-${Buffer.from('null').toString('base64url')}`],
    [
      'no token',
      `base64-${Buffer.from('{"access_token":1,"expires_at":99999999999}').toString('base64url')}`,
    ],
    [
      'an odd token',
      `base64-${Buffer.from('{"access_token":"a.b.c","refresh_token":"x","expires_at":99999999999}').toString('base64url')}`,
    ],
    ['a pollution', `base64-${Buffer.from('{"__proto__":{"access_token":"a.b.c"}}').toString('base64url')}`],
    ['12 KiB', 'x'.repeat(12_000)],
    ['many parts', Array.from({ length: 60 }, (_, at) => `x; ${cookieName}.${at}=y`).join('')],
  ])('that hold %s open nothing and break nothing', async (_what, value) => {
    for (const path of ['/api/dashboard/pulse', '/dashboard', '/login', '/auth/mfa', '/auth/setup']) {
      const answer = await ask({ path, cookie: `${cookieName}=${value}` });
      expect([path, answer.status < 500]).toEqual([path, true]);
      if (path === '/api/dashboard/pulse') expect(answer.status).toBe(401);
    }
  });

  it('too large to be read are refused', async () => {
    const answer = await ask({ path: '/dashboard', cookie: `${cookieName}=${'x'.repeat(40_000)}` });
    expect(answer.status).toBe(431);
  });
});
