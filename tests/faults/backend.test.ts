import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { updateSession } from '@/lib/supabase/middleware';
import { NextRequest } from 'next/server';
import { sql } from '../support/clients.ts';
import { FaultProxy } from '../support/fault-proxy.ts';
import { appEnvironment, origin, type Reply, Visitor } from '../support/visitor.ts';
import { holdPatience } from './support/patience.ts';
import { createScene, type Scene } from './support/scene.ts';

let door: FaultProxy;
let scene: Scene;

beforeAll(async () => {
  // The library says on the console that a sign-in could not be renewed, some time after the answer.
  vi.spyOn(console, 'error').mockReturnValue();
  door = await new FaultProxy(inject('backend').url).start();
  appEnvironment({ ...inject('backend'), url: door.url });
  scene = await createScene();
});
afterEach(async () => {
  vi.useRealTimers();
  await door.mend();
});
afterAll(() => door.stop());

const page = { status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' };
const faults: [string, () => Promise<void> | void][] = [
  ['refuses', () => door.refuse()],
  ['breaks off in its answer', () => door.set('cut')],
  ['takes requests and loses the answers', () => door.set('lose')],
  ['answers with a gateway’s page', () => door.set(page)],
  ['answers with a page and 500', () => door.set({ ...page, status: 500 })],
  ['answers with a page and 200', () => door.set({ ...page, status: 200 })],
  ['answers 503 in JSON', () => door.set({ status: 503, body: '{"message":"no healthy upstream"}' })],
  ['answers that its pool is full', () => door.set({ status: 504, body: '{"code":"PGRST003"}' })],
];

function expectProblem(reply: Reply, code = 'backend_unavailable', status = 503): void {
  expect(reply.body).toMatchObject({ code, status, request_id: reply.headers.get('x-request-id') });
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(reply.set).toEqual([]);
}

const dashboard = (visitor: Visitor) =>
  updateSession(
    new NextRequest(`${origin}/dashboard`, {
      headers: { cookie: [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    }),
  );

/** A browser with the same sign-in whose token has run out. */
function aged(): Visitor {
  const visitor = new Visitor();
  for (const [name, value] of scene.desk.jar) visitor.jar.set(name, value);
  visitor.age();
  return visitor;
}

describe.each(faults)('while the backend %s', (_what, begin) => {
  it('every route answers that it is away, keeps the sign-in, and works at the next request', async () => {
    await begin();
    for (const reply of [
      await scene.read(),
      await scene.heartbeat(),
      await scene.scan(),
      await new Visitor().post('/api/auth/sign-in', { email: scene.manager.email, password: 'x' }),
      await new Visitor().post('/api/auth/reset', { email: `${randomUUID()}@example.test` }),
      await new Visitor().call('GET', '/api/ready'),
    ])
      expectProblem(reply);
    expect((await new Visitor().call('GET', '/api/health')).status).toBe(200);
    await door.mend();
    expect((await scene.read()).status).toBe(200);
    expect((await scene.heartbeat()).status).toBe(200);
    expect((await new Visitor().call('GET', '/api/ready')).status).toBe(200);
  });

  it('nobody whose token has just run out is signed out', async () => {
    const visitor = aged();
    const before = new Map(visitor.jar);
    await begin();
    expectProblem(await visitor.call('GET', `/api/dashboard/pulse?gym=${scene.gym.id}`));
    const opened = await dashboard(visitor);
    expect(opened.headers.get('location')).toBeNull();
    expect(opened.cookies.getAll()).toEqual([]);
    expect(visitor.jar).toEqual(before);
    await door.mend();
    expect((await visitor.call('GET', `/api/dashboard/pulse?gym=${scene.gym.id}`)).status).toBe(200);
    for (const [name, value] of visitor.jar) scene.desk.jar.set(name, value);
  });
});

it('an auth server that has had too many requests signs nobody out', async () => {
  const visitor = aged();
  const before = new Map(visitor.jar);
  door.set(
    { status: 429, body: '{"code":429,"error_code":"over_request_rate_limit"}' },
    /grant_type=refresh/,
  );
  expectProblem(await visitor.call('GET', `/api/dashboard/pulse?gym=${scene.gym.id}`));
  expect(visitor.jar).toEqual(before);
});

describe('while the backend takes requests and says nothing', () => {
  it('the wait ends with a problem, and the next request works', async () => {
    const patience = holdPatience();
    try {
      door.set('stall');
      const asked = door.arrival(/rpc\/kiosk_scan/);
      const reply = scene.scan();
      await asked;
      patience.end();
      expectProblem(await reply);
    } finally {
      patience.free();
    }
    await door.mend();
    expect(await scene.scan()).toMatchObject({ status: 200 });
  });

  it('a route ends at its 15 seconds, whatever its calls still wait for', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    door.set('stall');
    const asked = door.arrival(/rpc\/get_actor/);
    const reply = scene.read();
    await asked;
    vi.advanceTimersByTime(15_000);
    expectProblem(await reply, 'too_slow', 504);
    vi.useRealTimers();
    await door.mend();
    expect((await scene.read()).status).toBe(200);
  });

  it('a slow answer within the time is an answer', async () => {
    door.set('stall');
    const asked = door.arrival(/rpc\/kiosk_scan/);
    const slow = scene.scan();
    await asked;
    door.deliver();
    expect((await slow).status).toBe(200);
  });
});

describe('what was acknowledged before is there after, and what was not is not half there', () => {
  it('an alert that was dealt with', async () => {
    const [done, lost, never] = [
      await scene.createAlert(),
      await scene.createAlert(),
      await scene.createAlert(),
    ];
    expect((await scene.resolve(done)).status).toBe(200);
    door.set('lose', /rpc\/act_on_alert/);
    expectProblem(await scene.resolve(lost));
    await door.refuse();
    expectProblem(await scene.resolve(never));
    await door.mend();
    expect(await scene.alertStatus(done)).toBe('resolved');
    expect(await scene.alertStatus(never)).toBe('pending');
    // Its answer was lost on the way back: asked again, it is known as done.
    expect((await scene.resolve(lost)).body).toMatchObject({ code: 'conflict' });
    expect(await scene.alertStatus(lost)).toBe('resolved');
  });

  it('an invitation, with its mail or not at all', async () => {
    const [made, lost, never] = [1, 2, 3].map(() => `${randomUUID()}@example.test`);
    const rows = async (email = '') => {
      const [row] = await sql()`
        select (select count(*)::int from public.invitations where email = ${email}) as invitations,
          (select count(*)::int from private.outgoing_mails where email = ${email}) as mails`;
      return row;
    };
    expect((await scene.invite(made!)).status).toBe(201);
    door.set('lose', /rpc\/invite_person/);
    expectProblem(await scene.invite(lost!));
    await door.refuse();
    expectProblem(await scene.invite(never!));
    await door.mend();
    expect(await rows(made)).toEqual({ invitations: 1, mails: 1 });
    expect(await rows(never)).toEqual({ invitations: 0, mails: 0 });
    // The answer was lost, the invitation was not: the second try names it instead of making another.
    expect((await scene.invite(lost!)).body).toMatchObject({ code: 'conflict' });
    expect(await rows(lost)).toEqual({ invitations: 1, mails: 1 });
  });

  it('a badge that was read is one visit, however often the kiosk has to say so', async () => {
    const event = randomUUID();
    const visits = async () => {
      const [row] = await sql()`
        select count(*)::int as n from public.badge_scans where client_event_id = ${event}`;
      return row?.n;
    };
    await door.refuse();
    expectProblem(await scene.scan(event));
    await door.mend();
    expect(await visits()).toBe(0);
    door.set('lose', /rpc\/kiosk_scan/);
    expectProblem(await scene.scan(event));
    await door.mend();
    expect((await scene.scan(event)).status).toBe(200);
    expect(await visits()).toBe(1);
  });

  it.each([
    ['before it was kept', /rpc\/kiosk_say/],
    ['before it was answered', /rpc\/kiosk_reply/],
  ])('a turn that broke off %s is answered when it is said again, once', async (_when, step) => {
    // Reads of one badge within a moment are one; a scene of its own is a kiosk that nobody stood at.
    const scene = await createScene();
    const started = await scene.talk();
    expect(started.body).toMatchObject({ conversation_id: expect.any(String) });
    const first = await scene.say(1, 'Quels sont vos horaires ?');
    expect(first.status).toBe(200);
    door.set({ status: 502, body: '' }, step);
    expectProblem(await scene.say(2, 'Et le dimanche ?'));
    door.set('lose', step);
    expectProblem(await scene.say(2, 'Et le dimanche ?'));
    await door.mend();
    const again = await scene.say(2, 'Et le dimanche ?');
    expect(again.status).toBe(200);
    expect((await scene.say(2, 'Et le dimanche ?')).body).toEqual(again.body);
    expect((await scene.say(1, 'Quels sont vos horaires ?')).body).toEqual(first.body);
    expect((await scene.goodbye(2)).status).toBe(200);
    const rows = await sql()`
      select source, seq from public.conversation_events
      where session_id = ${String(started.body.conversation_id)} and source in ('member', 'assistant') order by 1, 2`;
    expect(rows.map(({ source, seq }) => `${source} ${seq}`)).toEqual([
      'assistant 0',
      'assistant 1',
      'assistant 2',
      'member 1',
      'member 2',
    ]);
  });
});
