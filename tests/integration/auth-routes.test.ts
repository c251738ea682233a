import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '../support/clients.ts';
import { createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, type Reply, Visitor } from '../support/visitor.ts';

let gym: { id: string };
let manager: Person;

beforeAll(async () => {
  appEnvironment();
  gym = await createGym();
  manager = await createStaff({ role: 'gym_manager', gym });
});

const newStaff = () => createStaff({ role: 'gym_staff', gym });
const sessionsOf = (person: Person) =>
  sql()<{ id: string; user_agent: string | null }[]>`
    select id, user_agent from auth.sessions where user_id = ${person.id} order by created_at`;

async function visitorOf(person: Person, agent?: string): Promise<Visitor> {
  const visitor = new Visitor(agent ? { agent } : {});
  await visitor.signIn(person);
  return visitor;
}

/** Whether a visitor's sign-in still opens something: their own name can be changed. */
const works = async (visitor: Visitor) =>
  (
    await visitor.call('PUT', '/api/dashboard/settings/profile', {
      full_name: 'Alix Morel',
      language: 'fr',
    })
  ).status;

describe('signing in', () => {
  it('sets cookies that scripts cannot read, and says what comes next', async () => {
    const visitor = new Visitor();
    const { status, body, set, headers } = await visitor.post('/api/auth/sign-in', manager);
    expect(status).toBe(200);
    expect(body).toEqual({ next: 'dashboard' });
    expect(headers.get('cache-control')).toBe('no-store');
    const kept = set.filter(({ name }) => name.startsWith('sb-jarvis'));
    expect(kept.length).toBeGreaterThan(0);
    for (const cookie of kept)
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: 30 * 86_400 });
    expect(await works(visitor)).toBe(204);
  });

  it('keeps what the browser calls itself, at most 300 characters', async () => {
    const person = await newStaff();
    await visitorOf(person, `Mozilla/5.0 Firefox/140.0 ${'x'.repeat(400)}`);
    const [session] = await sessionsOf(person);
    expect(session?.user_agent).toMatch(/^Mozilla\/5\.0 Firefox\/140\.0 x+$/);
    expect(session?.user_agent).toHaveLength(300);
  });

  it('gives a wrong password and an unknown address the same answer in the same time', async () => {
    const person = await createStaff({ role: 'gym_staff', gym, realHash: true });
    const attempt = async (email: string) => {
      const { status, body, set, ms } = await new Visitor().post('/api/auth/sign-in', {
        email,
        password: 'not the password',
      });
      const { request_id, ...told } = body;
      expect(request_id).toBeTruthy();
      return { told, status, set, ms };
    };
    const wrong: Awaited<ReturnType<typeof attempt>>[] = [];
    const unknown: typeof wrong = [];
    for (let round = 0; round < 5; round++) {
      wrong.push(await attempt(person.email));
      unknown.push(await attempt(`nobody-${round}@example.test`));
    }
    expect(wrong[0]).toMatchObject({ status: 401, told: { code: 'wrong_credentials' }, set: [] });
    for (const one of [...wrong, ...unknown]) {
      expect({ ...one, ms: 0 }).toEqual({ ...wrong[0], ms: 0 });
      expect(one.ms).toBeGreaterThanOrEqual(495);
    }
    const median = (all: typeof wrong) => all.map(({ ms }) => ms).sort((a, b) => a - b)[2]!;
    expect(Math.abs(median(wrong) - median(unknown))).toBeLessThan(100);
  });

  it('tells nothing more about a deactivated person, and leaves no sign-in', async () => {
    const person = await createStaff({ role: 'gym_staff', gym, is_active: false });
    const visitor = new Visitor();
    const { status, body } = await visitor.post('/api/auth/sign-in', person);
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'wrong_credentials' });
    expect([...visitor.jar.keys()]).toEqual([]);
    expect(await sessionsOf(person)).toEqual([]);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }, 403, 'foreign_origin'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media'],
  ])('refuses %s', async (_name, headers, status, code) => {
    const reply = await new Visitor().call('POST', '/api/auth/sign-in', manager, headers);
    expect(reply).toMatchObject({ status, body: { code } });
  });
});

describe('a sign-in replaces what the browser held', () => {
  // The cookie library says on the console that a planted cookie cannot be read.
  beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());
  afterEach(() => vi.restoreAllMocks());

  it('ends the earlier sign-in, planted ones too, and takes every earlier cookie away', async () => {
    const [attacker, victim] = [await newStaff(), await newStaff()];
    const planted = await visitorOf(attacker);
    const visitor = new Visitor();
    for (const [name, value] of planted.jar) visitor.jar.set(name, value);
    for (const name of [
      'sb-old-auth-token',
      'sb-old-auth-token.1',
      'sb-jarvis.7',
      'sb-jarvis-code-verifier',
      'gym',
    ])
      visitor.jar.set(name, 'planted');
    await visitor.signIn(victim);
    const others = [...visitor.jar.keys()].filter((name) => !/^sb-jarvis(\.[0-3])?$/.test(name));
    expect(others, 'that both signed in here').toEqual(['browser']);
    expect([...visitor.jar.values()]).not.toContain('planted');
    expect(await sessionsOf(attacker)).toEqual([]);
    expect(await sessionsOf(victim)).toHaveLength(1);
    expect(await works(planted)).toBe(401);
    expect(await works(visitor)).toBe(204);
  });

  it('takes a broken earlier cookie in its stride', async () => {
    const visitor = new Visitor();
    visitor.jar.set('sb-jarvis', 'base64-not-a-session');
    expect(await visitor.signIn(manager)).toBe('dashboard');
  });
});

describe('the throttle', () => {
  const attempts = (count: number, at: Visitor, email: string | ((index: number) => string)) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        at.post('/api/auth/sign-in', {
          email: typeof email === 'string' ? email : email(index),
          password: 'wrong',
        }),
      ),
    );
  const statuses = (replies: Reply[]) => [...new Set(replies.map(({ status }) => status))];

  it('holds an account from one address after ten tries, the right password too, and no other address', async () => {
    const person = await newStaff();
    const visitor = new Visitor({ address: '198.51.100.1' });
    expect(statuses(await attempts(10, visitor, person.email))).toEqual([401]);
    const held = await visitor.post('/api/auth/sign-in', person);
    expect(held).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(60);
    const upper = { email: person.email.toUpperCase(), password: person.password };
    expect((await visitor.post('/api/auth/sign-in', upper)).status).toBe(429);
    expect(await new Visitor({ address: '198.51.100.2' }).signIn(person)).toBe('dashboard');
  });

  it('gives the count back to an account that signs in', async () => {
    const person = await newStaff();
    const visitor = new Visitor({ address: '198.51.100.3' });
    expect(statuses(await attempts(9, visitor, person.email))).toEqual([401]);
    await visitor.signIn(person);
    expect(statuses(await attempts(10, visitor, person.email))).toEqual([401]);
    expect(statuses(await attempts(1, visitor, person.email))).toEqual([429]);
  });

  it('holds an account from everywhere after fifty tries in an hour, whether anybody has it or not', async () => {
    const email = 'everywhere@example.test';
    for (let round = 0; round < 5; round++) {
      const visitor = new Visitor({ address: `198.51.100.${10 + round}` });
      expect(statuses(await attempts(10, visitor, email))).toEqual([401]);
    }
    const fresh = new Visitor({ address: '198.51.100.20' });
    expect(statuses(await attempts(1, fresh, email))).toEqual([429]);
  });

  it('lets a browser that signed in before in, however many wrong tries strangers make', async () => {
    const [person, another] = [await newStaff(), await newStaff()];
    const home = await visitorOf(person);
    await home.post('/api/auth/sign-out');
    const kept = home.jar.get('browser') ?? '';
    expect(kept).toMatch(/^[0-9a-f]{32}\.[0-9a-f]{32}$/);
    for (let round = 0; round < 5; round++)
      await attempts(10, new Visitor({ address: `198.51.100.${40 + round}` }), person.email);
    const stranger = new Visitor({ address: '198.51.100.50' });
    expect(statuses(await attempts(1, stranger, person.email))).toEqual([429]);
    expect(await home.signIn(person)).toBe('dashboard');

    // What is copied or made up is good for the account and the number it was made for, and counts as well.
    const [number = '', proof = ''] = kept.split('.');
    for (const planted of [`${number}.${'0'.repeat(32)}`, `${'0'.repeat(32)}.${proof}`, proof, `${kept}.x`]) {
      stranger.jar.set('browser', planted);
      expect(statuses(await attempts(1, stranger, person.email)), planted).toEqual([429]);
    }
    expect(statuses(await attempts(10, home, person.email))).toEqual([401]);
    expect(statuses(await attempts(1, home, person.email))).toEqual([429]);
    for (let round = 0; round < 5; round++)
      await attempts(10, new Visitor({ address: `198.51.100.${60 + round}` }), another.email);
    expect((await home.post('/api/auth/sign-in', another)).status).toBe(429);
  });

  it('holds an address after sixty tries, whatever the account', async () => {
    const visitor = new Visitor({ address: '198.51.100.30' });
    for (let round = 0; round < 6; round++)
      expect(statuses(await attempts(10, visitor, (index) => `one-${round}-${index}@example.test`))).toEqual([
        401,
      ]);
    const held = await visitor.post('/api/auth/sign-in', manager);
    expect(held.status).toBe(429);
    expect(held.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('signing out', () => {
  it('here: ends this sign-in alone and takes its cookies', async () => {
    const person = await newStaff();
    const [here, there] = [await visitorOf(person), await visitorOf(person)];
    here.jar.set('gym', gym.id);
    const copy = new Visitor();
    for (const [name, value] of here.jar) copy.jar.set(name, value);
    expect((await here.post('/api/auth/sign-out')).status).toBe(204);
    expect([...here.jar.keys()], 'that it was here once').toEqual(['browser']);
    expect(await works(copy)).toBe(401);
    expect(await works(there)).toBe(204);
    expect((await here.post('/api/auth/sign-out')).status).toBe(204);
  });

  it('everywhere: ends all of them', async () => {
    const person = await newStaff();
    const [here, there] = [await visitorOf(person), await visitorOf(person)];
    expect((await here.post('/api/auth/sign-out', { everywhere: true })).status).toBe(204);
    expect(await works(there)).toBe(401);
    expect(await sessionsOf(person)).toEqual([]);
  });
});

describe('the list of sign-ins', () => {
  it('one that is ended is out at its next request; the others stay', async () => {
    const person = await newStaff();
    const [here, there] = [await visitorOf(person), await visitorOf(person)];
    const [, second] = await sessionsOf(person);
    expect((await here.call('DELETE', `/api/auth/sign-ins/${second!.id}`)).status).toBe(204);
    expect(await works(there)).toBe(401);
    expect(await works(here)).toBe(204);
  });

  it('ends all others at once', async () => {
    const person = await newStaff();
    const all = [await visitorOf(person), await visitorOf(person), await visitorOf(person)];
    const { status, body } = await all[0]!.post('/api/auth/sign-ins/end-others');
    expect({ status, body }).toEqual({ status: 200, body: { ended: 2 } });
    expect(await Promise.all(all.map(works))).toEqual([204, 401, 401]);
  });

  it('does not find a sign-in of somebody else, nor one that never was', async () => {
    const [person, other] = [await newStaff(), await newStaff()];
    const visitor = await visitorOf(person);
    const theirs = await visitorOf(other);
    const [session] = await sessionsOf(other);
    for (const id of [session!.id, crypto.randomUUID(), 'x'])
      expect((await visitor.call('DELETE', `/api/auth/sign-ins/${id}`)).status).toBe(404);
    expect(await works(theirs)).toBe(204);
  });
});

describe('in mid-session', () => {
  it('somebody who is deactivated is out at the next request', async () => {
    const person = await newStaff();
    const visitor = await visitorOf(person);
    expect(await works(visitor)).toBe(204);
    await sql()`update public.users set is_active = false where id = ${person.id}`;
    expect(await works(visitor)).toBe(401);
    const pulse = await visitor.call('GET', '/api/dashboard/pulse');
    expect(pulse.status).toBe(401);
  });

  it('nobody at all gets 401 on each of these routes', async () => {
    const visitor = new Visitor();
    expect(await works(visitor)).toBe(401);
    const posts = [
      'mfa',
      'mfa/recovery',
      'factors',
      'recovery-codes',
      'password',
      'setup',
      'sign-ins/end-others',
    ];
    for (const path of posts) expect((await visitor.post(`/api/auth/${path}`)).status).toBe(401);
    const id = crypto.randomUUID();
    expect((await visitor.call('DELETE', `/api/auth/factors/${id}`, {})).status).toBe(401);
    expect((await visitor.call('DELETE', `/api/auth/sign-ins/${id}`)).status).toBe(401);
  });
});
