import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { memoryRateLimit } from '@/lib/http/rate-limit/memory';
import { sql } from '../support/clients.ts';
import { addFactor, createStaff } from '../support/tenants.ts';
import { totp } from '../support/totp.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';
import { createScene, type Scene } from './support/scene.ts';

const DAY_MS = 86_400_000;
let scene: Scene;

beforeAll(async () => {
  appEnvironment();
  scene = await createScene();
});
afterEach(() => vi.useRealTimers());

/** The app's own clock jumps; the database and the auth server keep theirs, because they are other machines. */
function jump(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}
const realSeconds = async () => {
  const [row] = await sql()`select extract(epoch from now())::int as now`;
  return Number(row?.now);
};

describe('when the app’s clock jumps', () => {
  it('a day ahead: no token is believed, no sign-in is lost, and all is well when it is right again', async () => {
    jump(DAY_MS);
    expect((await scene.read()).status).toBe(401);
    vi.useRealTimers();
    expect((await scene.read()).status).toBe(200);
  });

  it('a day back: who is signed in goes on working', async () => {
    jump(-DAY_MS);
    expect((await scene.read()).status).toBe(200);
  });

  it('a sign-in that is too old by the database’s clock is over, whatever the app’s says', async () => {
    const visitor = new Visitor();
    await visitor.signIn(scene.manager);
    const read = () => visitor.call('GET', `/api/dashboard/pulse?gym=${scene.gym.id}`);
    jump(-40 * DAY_MS);
    expect((await read()).status).toBe(200);
    await sql()`
      update auth.sessions set created_at = now() - interval '31 days'
      where user_id = ${scene.manager.id} and created_at = (
        select max(created_at) from auth.sessions where user_id = ${scene.manager.id})`;
    expect((await read()).status).toBe(401);
    vi.useRealTimers();
    expect((await read()).status).toBe(401);
  });

  it('a code of the second factor counts by the auth server’s clock', async () => {
    const person = await createStaff({ role: 'gym_staff', gym: scene.gym });
    const secret = await addFactor(person);
    const visitor = new Visitor();
    jump(-DAY_MS);
    expect(await visitor.signIn(person)).toBe('mfa');
    const now = await realSeconds();
    const send = async (at: number) => visitor.post('/api/auth/mfa', { code: await totp(secret, at) });
    expect((await send(now - DAY_MS / 1000)).body).toMatchObject({ code: 'mfa_code_wrong' });
    expect((await send(now - 600)).body).toMatchObject({ code: 'mfa_code_wrong' });
    expect((await send(await realSeconds())).status).toBe(204);
  });

  it('a proof of tomorrow is no fresh one', async () => {
    const visitor = new Visitor();
    await visitor.signIn(scene.manager);
    jump(-DAY_MS);
    const { status, body } = await visitor.post('/api/auth/factors');
    expect([status, body.code]).toEqual([403, 'sign_in_stale']);
    vi.useRealTimers();
    expect((await visitor.post('/api/auth/factors')).status).toBe(200);
  });

  it.each([DAY_MS, -DAY_MS])('by %i ms, a kiosk’s sign of life is dated by the database', async (ms) => {
    jump(ms);
    const { body } = await scene.heartbeat();
    const now = await realSeconds();
    expect(Math.abs(Date.parse(String(body.server_time)) / 1000 - now)).toBeLessThan(60);
    const [row] = await sql()`
      select abs(extract(epoch from now() - last_heartbeat_at))::int as age
      from public.kiosk_state where kiosk_id = ${scene.kiosk.id}`;
    expect(row?.age).toBeLessThan(60);
  });
});

describe('a limit counted in memory', () => {
  const limit = memoryRateLimit();
  const exhaust = async (key: string) => {
    for (let taken = 0; taken < 6; taken++) await limit.take('mfa', key);
  };

  it('tells nobody to come back in a day because the clock jumped back', async () => {
    await exhaust('back');
    jump(-DAY_MS);
    const { allowed, resetAt } = await limit.take('mfa', 'back');
    expect(allowed).toBe(false);
    expect(resetAt - Date.now()).toBeLessThanOrEqual(300_000);
  });

  it('starts a window anew when the clock jumps ahead, and goes on counting', async () => {
    await exhaust('ahead');
    jump(DAY_MS);
    expect(await limit.take('mfa', 'ahead')).toMatchObject({ allowed: true, remaining: 4 });
    await exhaust('ahead');
    expect(await limit.take('mfa', 'ahead')).toMatchObject({ allowed: false });
  });
});
