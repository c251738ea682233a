import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type Fault, FaultProxy } from '../support/fault-proxy.ts';
import { ReportReceiver } from '../support/report-receiver.ts';
import { UpstashServer } from '../support/upstash-server.ts';
import { appEnvironment } from '../support/visitor.ts';
import { createScene, type Scene } from './support/scene.ts';

const PAUSE_MS = 5_000;
const html = '<html>Bad Gateway</html>';
const faults: [string, Fault | 'refuse'][] = [
  ['is away', 'refuse'],
  ['never answers', 'stall'],
  ['breaks off in its answer', 'cut'],
  ['answers with a gateway’s page', { status: 502, body: html }],
  ['answers rubbish', { status: 200, body: html }],
];

const store = new UpstashServer();
const receiver = new ReportReceiver();
let toStore: FaultProxy;
let toReceiver: FaultProxy;
let toBackend: FaultProxy;
let scene: Scene;

const begin = (door: FaultProxy, fault: Fault | 'refuse') =>
  fault === 'refuse' ? door.refuse() : door.set(fault);

beforeAll(async () => {
  await Promise.all([store.start(), receiver.start()]);
  const dsn = new URL(receiver.dsn);
  toStore = await new FaultProxy(store.url).start();
  toReceiver = await new FaultProxy(dsn.origin).start();
  toBackend = await new FaultProxy(inject('backend').url).start();
  dsn.host = new URL(toReceiver.url).host;
  appEnvironment({ ...inject('backend'), url: toBackend.url });
  Object.assign(process.env, {
    UPSTASH_REDIS_REST_URL: toStore.url,
    UPSTASH_REDIS_REST_TOKEN: store.token,
    SENTRY_DSN: dsn.href,
  });
  scene = await createScene();
});
afterEach(async () => {
  vi.useRealTimers();
  for (const door of [toStore, toReceiver, toBackend]) await door.mend();
});
afterAll(async () => {
  for (const name of ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN', 'SENTRY_DSN']) {
    delete process.env[name];
  }
  for (const door of [toStore, toReceiver, toBackend]) await door.stop();
  await Promise.all([store.stop(), receiver.stop()]);
});

describe.each(faults)('while the rate limit store %s', (_what, fault) => {
  it('requests are answered and counted here, and by the store again five seconds later', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    vi.advanceTimersByTime(PAUSE_MS);
    const remaining = async () => {
      const { status, headers } = await scene.heartbeat();
      expect(status).toBe(200);
      return Number(headers.get('x-ratelimit-remaining'));
    };
    const shared = await remaining();
    await begin(toStore, fault);
    const local = await remaining();
    expect(await remaining()).toBe(local - 1);
    await toStore.mend();
    const asked = store.heard.length;
    expect(await remaining()).toBe(local - 2);
    expect(store.heard).toHaveLength(asked);
    vi.advanceTimersByTime(PAUSE_MS);
    await remaining();
    expect(store.heard.length).toBeGreaterThan(asked);
    expect(shared).toBeGreaterThan(0);
  });
});

it('a clock that jumps back a day while the store is away does not keep it away for a day', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  vi.advanceTimersByTime(PAUSE_MS);
  await toStore.refuse();
  expect((await scene.heartbeat()).status).toBe(200);
  await toStore.mend();
  vi.setSystemTime(Date.now() - 86_400_000);
  vi.advanceTimersByTime(PAUSE_MS);
  const asked = store.heard.length;
  expect((await scene.heartbeat()).status).toBe(200);
  expect(store.heard.length).toBeGreaterThan(asked);
});

describe('error reports', () => {
  /** The backend answers something else than our shapes, which nobody expects. */
  const unexpected = () => {
    toBackend.set(
      { status: 200, body: '{"version":1}', headers: { 'content-type': 'application/json' } },
      /dashboard_pulse/,
    );
    return scene.read();
  };

  it.each(faults)('that go nowhere because the receiver %s change no answer', async (_what, fault) => {
    await begin(toReceiver, fault);
    const answer = await unexpected();
    expect(answer.status).toBe(500);
    expect(answer.body).toMatchObject({ code: 'internal', request_id: expect.any(String) });
    await toReceiver.mend();
    const next = await unexpected();
    expect(await receiver.arrival(String(next.body.request_id))).toContain('"path":"/api/dashboard/pulse"');
  });

  it('that are under way hold nobody else up, and requests in order make none', async () => {
    toReceiver.set('stall');
    const asked = toReceiver.arrival(/envelope/);
    let isAnswered = false;
    const failing = unexpected().then((answer) => {
      isAnswered = true;
      return answer;
    });
    await asked;
    const heard = toReceiver.heard.length;
    expect((await scene.heartbeat()).status).toBe(200);
    expect((await scene.scan()).status).toBe(200);
    expect(isAnswered).toBe(false);
    expect(toReceiver.heard).toHaveLength(heard);
    expect((await failing).status).toBe(500);
  });
});
