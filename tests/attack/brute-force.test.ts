import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newCode } from '../../lib/kiosks/new-code.ts';
import { keyedHash } from '../../lib/utils/keyed-hash.ts';
import { sql } from '../support/clients.ts';
import { addFactor, createStaff, type Person } from '../support/tenants.ts';
import { totp } from '../support/totp.ts';
import { codeOf } from './support/faults.ts';
import { type Answer, ask, cookiesOf, freshAddress } from './support/http.ts';
import { makePeople, signInAs } from './support/people.ts';
import { inOrder } from './support/pool.ts';
import { makeKiosk, makeTenant, type Tenant } from './support/world.ts';

let tenant: Tenant;

beforeAll(async () => {
  tenant = await makeTenant();
});

afterAll(() => sql().end());

const told = (answer: Answer) => codeOf(answer) ?? answer.status;
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

/** How often each answer came. */
function tally(answers: Answer[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const answer of answers) counted[told(answer)] = (counted[told(answer)] ?? 0) + 1;
  return counted;
}

const staff = () => createStaff({ role: 'gym_staff', gym: { id: tenant.gymId } });
const signIn = (email: string, password: string, address?: string, headers = {}) =>
  ask({ path: '/api/auth/sign-in', body: { email, password }, headers, ...(address ? { address } : {}) });

describe('a pairing code', () => {
  async function kioskWithCode(): Promise<{ slug: string; code: string }> {
    const { id, slug } = await makeKiosk(tenant);
    const code = newCode();
    await sql()`
      update private.kiosk_credentials set code_hash = ${keyedHash('code', code, inject('app').badgeHashKey)},
        code_expires_at = now() + interval '15 minutes', code_used_at = null, wrong_attempts = 0
      where kiosk_id = ${id}`;
    return { slug, code };
  }
  const pair = (slug: string, code: string, address?: string) =>
    ask({ path: '/api/kiosk/provision', body: { slug, code }, ...(address ? { address } : {}) });

  it('is locked by five wrong ones, from wherever they come; the right one does not help then', async () => {
    const { slug, code } = await kioskWithCode();
    const wrong = [];
    for (const _ of times(5)) wrong.push(told(await pair(slug, newCode())));
    expect(wrong).toEqual(['code_wrong', 'code_wrong', 'code_wrong', 'code_wrong', 'code_locked']);
    expect(told(await pair(slug, code))).toBe('code_locked');
  });

  it('does not get more tries when they come all at once', async () => {
    const { slug, code } = await kioskWithCode();
    const wrong = await Promise.all(times(12).map(() => pair(slug, newCode())));
    expect(tally(wrong)).toEqual({ code_wrong: 4, code_locked: 8 });
    expect(told(await pair(slug, code))).toBe('code_locked');
  });

  it('works once', async () => {
    const { slug, code } = await kioskWithCode();
    const both = await Promise.all([pair(slug, code), pair(slug, code)]);
    expect(both.map(told).sort()).toEqual([204, 'code_used']);
  });

  it('is not searched for from one address at many kiosks', async () => {
    const address = freshAddress();
    const tried = await inOrder(times(24), 4, () =>
      pair(`kiosk-${randomUUID().slice(0, 8)}`, newCode(), address),
    );
    expect(tally(tried)).toEqual({ code_wrong: 20, rate_limited: 4 });
  });
});

describe('a password', () => {
  it('is tried ten times from one address, however the account is written; others are let in', async () => {
    const person = await staff();
    const address = freshAddress();
    const spellings = [person.email, person.email.toUpperCase(), ` ${person.email} `, `${person.email}\t`];
    const tried = await inOrder(times(16), 4, (at) => signIn(spellings[at % 4]!, `wrong ${at}`, address));
    const { wrong_credentials = 0, rate_limited = 0, ...rest } = tally(tried);
    expect(wrong_credentials).toBeLessThanOrEqual(10);
    expect(Object.keys(rest).filter((code) => code !== 'invalid_input')).toEqual([]);
    for (const at of times(10 - wrong_credentials)) await signIn(person.email, `more ${at}`, address);
    expect([rate_limited >= 0, told(await signIn(person.email, person.password, address))]).toEqual([
      true,
      'rate_limited',
    ]);
    expect((await signIn(person.email, person.password)).status).toBe(200);
  });

  it('is not tried more often by making up headers', async () => {
    const person = await staff();
    const address = freshAddress();
    const made = (at: number) => ({
      'x-forwarded-for': `203.0.113.${at}`,
      'x-real-ip': `203.0.113.${at}`,
      'x-vercel-forwarded-for': `203.0.113.${at}`,
      'cf-connecting-ip': `203.0.113.${at}`,
      forwarded: `for=203.0.113.${at}`,
      'x-test-address': `198.51.100.${at}, ${address}`,
    });
    const tried = await inOrder(times(14), 4, (at) => signIn(person.email, 'wrong', undefined, made(at)));
    expect(tally(tried)).toEqual({ wrong_credentials: 10, rate_limited: 4 });
  });

  it('is tried fifty times an hour from everywhere', async () => {
    const { email } = await staff();
    const tried = await inOrder(times(56), 6, (at) => signIn(email, `wrong ${at}`));
    expect(tally(tried)).toEqual({ wrong_credentials: 50, rate_limited: 6 });
  });

  it('of many accounts is tried sixty times from one address', async () => {
    const address = freshAddress();
    const tried = await inOrder(times(66), 6, () => signIn(`${randomUUID()}@example.test`, 'wrong', address));
    expect(tally(tried)).toEqual({ wrong_credentials: 60, rate_limited: 6 });
  });

  it('of one’s own is tried no more often by changing it', async () => {
    const person = await staff();
    const { cookie } = await signInAs({ ...person, role: 'gym_staff' });
    const change = (at: number) =>
      ask({
        path: '/api/auth/password',
        cookie,
        body: { password: 'seven violet anchors drift home', current: `wrong ${at}` },
      });
    const { rate_limited = 0, ...rest } = tally(await inOrder(times(14), 2, change));
    expect([rate_limited, Object.values(rest)]).toEqual([4, [10]]);
  });
});

describe('a second factor', () => {
  async function halfSignedIn(): Promise<{ person: Person; secret: string; cookie: string }> {
    const person = await staff();
    const secret = await addFactor(person);
    const answer = await signIn(person.email, person.password);
    expect(JSON.parse(answer.text)).toEqual({ next: 'mfa' });
    return { person, secret, cookie: cookiesOf(answer) };
  }
  const show = (cookie: string, code: string) => ask({ path: '/api/auth/mfa', cookie, body: { code } });

  it('is tried five times, in any number of sign-ins; the right code does not help then', async () => {
    const { person, secret, cookie } = await halfSignedIn();
    const again = cookiesOf(await signIn(person.email, person.password));
    const right = await totp(secret);
    const wrong = times(7).map((at) => String((Number(right) + 100_000 + at) % 1_000_000).padStart(6, '0'));
    const tried: Answer[] = [];
    for (const [at, code] of wrong.entries()) tried.push(await show(at % 2 ? again : cookie, code));
    expect(tally(tried)).toEqual({ mfa_code_wrong: 5, rate_limited: 2 });
    expect(told(await show(cookie, right))).toBe('rate_limited');
    expect(told(await show(again, right))).toBe('rate_limited');
  });

  it('does not get more tries when they come all at once', async () => {
    const { cookie } = await halfSignedIn();
    const tried = await Promise.all(times(20).map((at) => show(cookie, String(100_000 + at))));
    const { mfa_code_wrong = 0, rate_limited = 0 } = tally(tried);
    expect(mfa_code_wrong).toBeLessThanOrEqual(5);
    expect(mfa_code_wrong + rate_limited).toBe(20);
  });

  it('cannot be shown twice with one code', async () => {
    const { person, secret, cookie } = await halfSignedIn();
    const code = await totp(secret);
    expect((await show(cookie, code)).status).toBe(204);
    const again = cookiesOf(await signIn(person.email, person.password));
    expect(told(await show(again, code))).toBe('mfa_code_wrong');
  });

  it('is not replaced by guessing recovery codes', async () => {
    const { person, cookie } = await halfSignedIn();
    const code = 'bcdfg-hjkmn';
    await sql()`
      insert into private.recovery_codes (user_id, code_hash)
      values (${person.id}, ${keyedHash('recovery', code, inject('app').badgeHashKey)})`;
    const recover = (typed: string) => ask({ path: '/api/auth/mfa/recovery', cookie, body: { code: typed } });
    const tried: Answer[] = [];
    for (const at of times(7)) tried.push(await recover(`aaaa${at}-bbbbb`));
    expect(tally(tried)).toEqual({ recovery_code_wrong: 5, rate_limited: 2 });
    expect(told(await recover(code))).toBe('rate_limited');
  });
});

describe('badges', () => {
  it('that nobody has pause the reader after ten in a minute, for known ones too', async () => {
    const { cookie } = await makeKiosk(tenant);
    const hold = (read: string) =>
      ask({ path: '/api/kiosk/scan', cookie, body: { event_id: randomUUID(), read, age_ms: 0 } });
    const tried: Answer[] = [];
    for (const at of times(12)) tried.push(await hold(`17${randomUUID().slice(0, 4)}${10 + at}`));
    const { badge_unknown = 0, reader_paused = 0, ...rest } = tally(tried);
    expect(rest).toEqual({});
    expect([badge_unknown <= 10, badge_unknown + reader_paused]).toEqual([true, 12]);
    const paused = await hold(tenant.badge);
    expect(told(paused)).toBe('reader_paused');
    expect(Number(paused.headers['retry-after'])).toBeLessThanOrEqual(60);
  });
});

describe('mails for a new password', () => {
  const reset = (email: string, address?: string) =>
    ask({ path: '/api/auth/reset', body: { email }, ...(address ? { address } : {}) });

  it('are asked for five times an hour, and one leaves', async () => {
    const { email } = await staff();
    expect(tally(await inOrder(times(8), 8, () => reset(email)))).toEqual({ 202: 5, rate_limited: 3 });
    const [row] =
      await sql()`select count(*)::int as mails from private.outgoing_mails where email = ${email} and error_code is null`;
    expect(row).toEqual({ mails: 1 });
  });

  it('are asked for twenty times from one address', async () => {
    const address = freshAddress();
    const tried = await inOrder(times(24), 12, () => reset(`${randomUUID()}@example.test`, address));
    expect(tally(tried)).toEqual({ 202: 20, rate_limited: 4 });
  });
});

describe('any route', () => {
  it('answers a person a hundred times a minute, and says when to come back', async () => {
    const [person] = await makePeople(1, { role: 'gym_manager', name: tenant.mark, gymId: tenant.gymId });
    const { cookie } = await signInAs(person!);
    const tried = await inOrder(times(110), 8, () =>
      ask({ path: `/api/dashboard/pulse?gym=${tenant.gymId}`, cookie }),
    );
    // A minute may turn over while they run.
    const limited = tried.filter((answer) => answer.status === 429);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited[0]?.headers).toMatchObject({ 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0' });
    expect(Number(limited[0]?.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('counts kiosk tokens that nobody has by their address', async () => {
    const address = freshAddress();
    const made = () => `kiosk=${randomUUID().replaceAll('-', '').repeat(2)}`;
    const tried = await inOrder(times(130), 8, () =>
      ask({ path: '/api/kiosk/staff', cookie: made(), address, body: { reason: 'button' } }),
    );
    const { rate_limited = 0, kiosk_not_paired = 0 } = tally(tried);
    expect(rate_limited + kiosk_not_paired).toBe(130);
    expect(rate_limited).toBeGreaterThanOrEqual(30);
  });

  it('counts forged tokens by their address', async () => {
    const address = freshAddress();
    const tried = await inOrder(times(130), 8, (at) =>
      ask({ path: '/api/dashboard/pulse', cookie: `sb-jarvis=base64-${at}`, address }),
    );
    expect(tally(tried)).toEqual({ unauthenticated: 100, rate_limited: 30 });
  });
});
