import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressKey } from '@/lib/http/rate-limit/address';
import { limits } from '@/lib/http/rate-limit/limits';
import { memoryRateLimit } from '@/lib/http/rate-limit/memory';
import type { RateLimit } from '@/lib/http/rate-limit/types';
import { withFallback } from '@/lib/http/rate-limit/with-fallback';
import { upstashRateLimit } from '@/lib/vendors/upstash/rate-limit';
import { type Fault, UpstashServer } from '../support/upstash-server.ts';

const hashKey = 'ab'.repeat(32);
const noon = new Date('2026-11-21T12:00:00.250Z');
let server: UpstashServer;
const upstash = (token = server.token, patienceMs = 2_000) =>
  upstashRateLimit({ url: server.url, token, hashKey, patienceMs });

beforeEach(async () => {
  // Only the clocks stand still: the HTTP client needs its timers.
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: noon });
  server = await new UpstashServer().start();
});

afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
});

async function times(limit: RateLimit, count: number, key = 'somebody') {
  let last = await limit.take('mfa', key);
  for (let taken = 1; taken < count; taken++) last = await limit.take('mfa', key);
  return last;
}

describe('the specification', () => {
  it('allows 100, 30 and 200 a minute', () => {
    expect([limits.api, limits.voice, limits.admin]).toEqual([
      { points: 100, seconds: 60 },
      { points: 30, seconds: 60 },
      { points: 200, seconds: 60 },
    ]);
  });
});

describe.each([
  ['memory', () => memoryRateLimit()],
  ['Upstash', () => upstash()],
])('a rate limit in %s', (_name, make) => {
  it('counts down, refuses what is too much, and says until when', async () => {
    const limit = make();
    expect(await limit.take('mfa', 'somebody')).toMatchObject({ allowed: true, limit: 5, remaining: 4 });
    expect(await times(limit, 4)).toMatchObject({ allowed: true, remaining: 0 });
    const refused = await limit.take('mfa', 'somebody');
    expect(refused).toMatchObject({ allowed: false, limit: 5, remaining: 0 });
    expect(refused.resetAt).toBeGreaterThan(noon.getTime());
    expect(refused.resetAt).toBeLessThanOrEqual(noon.getTime() + 300_000);
  });

  it('keeps keys and names apart', async () => {
    const limit = make();
    await times(limit, 6);
    expect(await limit.take('mfa', 'somebody else')).toMatchObject({ allowed: true, remaining: 4 });
    expect(await limit.take('api', 'somebody')).toMatchObject({ allowed: true, remaining: 99 });
  });

  it('starts anew with the next window', async () => {
    const limit = make();
    await times(limit, 6);
    vi.setSystemTime(noon.getTime() + 300_000);
    expect(await limit.take('mfa', 'somebody')).toMatchObject({ allowed: true, remaining: 4 });
  });

  it('gives one back, and never more than was taken', async () => {
    const limit = make();
    await times(limit, 5);
    await limit.giveBack('mfa', 'somebody');
    expect(await limit.take('mfa', 'somebody')).toMatchObject({ allowed: true, remaining: 0 });
    expect(await limit.take('mfa', 'somebody')).toMatchObject({ allowed: false });
    for (let given = 0; given < 3; given++) await limit.giveBack('mfa', 'new');
    expect((await limit.take('mfa', 'new')).remaining).toBeLessThanOrEqual(5);
  });

  it('forgets a key', async () => {
    const limit = make();
    await times(limit, 7);
    await limit.reset('mfa', 'somebody');
    await limit.reset('mfa', 'nobody');
    expect(await limit.take('mfa', 'somebody')).toMatchObject({ allowed: true, remaining: 4 });
  });

  it('lets ten times as many into the bucket that strangers share', async () => {
    expect(await make().take('mfa', 'direct')).toMatchObject({ limit: 50, remaining: 49 });
  });
});

describe('Upstash', () => {
  it('is one window for every instance of the app', async () => {
    const [one, other] = [upstash(), upstash()];
    await times(one, 3);
    expect(await other.take('mfa', 'somebody')).toMatchObject({ remaining: 1 });
    expect(await times(one, 2)).toMatchObject({ allowed: false });
    expect(await other.take('mfa', 'somebody')).toMatchObject({ allowed: false });
  });

  it('counts right when everybody comes at once', async () => {
    const both = [upstash(), upstash()];
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => both[n % 2]?.take('mfa', 'crowd')));
    expect(all.filter((taken) => taken?.allowed)).toHaveLength(5);
  });

  it('never learns who a key is', async () => {
    const sent: string[] = [];
    const fetched = vi.spyOn(globalThis, 'fetch');
    await upstash().take('sign_in_account_hour', 'claire@exemple.fr');
    for (const [, init] of fetched.mock.calls) sent.push(String(init?.body));
    fetched.mockRestore();
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.join()).not.toContain('claire');
  });

  it('throws when the token is wrong', async () => {
    await expect(upstash('another token').take('mfa', 'x')).rejects.toThrow('WRONGPASS');
  });

  const rubbish: Fault[] = [
    'says <html>502</html>',
    'says {}',
    'says {"result":null}',
    'says {"result":"aGVsbG8="}',
    'says {"result":[null,null]}',
    'says {"result":["MQ==","OTk5"]}',
    'says []',
  ];
  it.each(rubbish)('throws when it %s', async (fault) => {
    server.fault = fault;
    await expect(upstash().take('mfa', 'x')).rejects.toThrow();
  });

  it('throws when it does not answer in time', async () => {
    server.fault = 'silent';
    await expect(upstash(server.token, 20).take('mfa', 'x')).rejects.toThrow(/abort|timeout/i);
  });
});

describe('with a fallback', () => {
  const told: unknown[] = [];
  const make = (shared: RateLimit) => withFallback(shared, memoryRateLimit(), (error) => told.push(error));
  beforeEach(() => {
    told.length = 0;
  });

  it.each<[Fault, number]>([
    ['silent', 20],
    ['says rubbish', 2_000],
  ])('memory counts while Upstash is %s, asked once and said once', async (fault, patienceMs) => {
    const limit = make(upstash(server.token, patienceMs));
    server.fault = fault;
    expect(await times(limit, 5)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await limit.take('mfa', 'somebody')).toMatchObject({ allowed: false });
    expect(told).toHaveLength(1);
    // A busy machine may give up on the silent server before its request has left.
    expect(server.heard.length).toBeLessThanOrEqual(1);
  });

  it('Upstash counts again 5 seconds later', async () => {
    const limit = make(upstash());
    server.fault = 'says rubbish';
    await times(limit, 2);
    server.fault = 'none';
    const asked = server.heard.length;
    await limit.take('mfa', 'somebody');
    expect(server.heard).toHaveLength(asked);
    vi.advanceTimersByTime(5_000);
    expect(await limit.take('mfa', 'somebody')).toMatchObject({ remaining: 4 });
    expect(server.heard.length).toBeGreaterThan(asked);
    expect(told).toHaveLength(1);
  });

  it('nobody waits for a server that is gone', async () => {
    const limit = make(upstashRateLimit({ url: 'http://127.0.0.1:9', token: 'x', hashKey }));
    expect(await times(limit, 6)).toMatchObject({ allowed: false });
    expect(told).toHaveLength(1);
  });

  it('a wrong token is said, and limits hold', async () => {
    const limit = make(upstash('another token'));
    expect(await times(limit, 6)).toMatchObject({ allowed: false });
    expect(String(told[0])).toContain('WRONGPASS');
    expect(String(told[0])).not.toContain('another token');
  });
});

describe('addressKey', () => {
  const from = (value?: string) => addressKey(new Headers(value ? { 'x-real-ip': value } : {}), 'x-real-ip');
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001::9', '2001:db8:1:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['nonsense', 'direct'],
    ['203.0.113.9, ', 'direct'],
    [undefined, 'direct'],
  ])('of %s is %s', (value, key) => expect(from(value)).toBe(key));

  it('believes no header that nobody vouches for', () => {
    expect(addressKey(new Headers({ 'x-forwarded-for': '203.0.113.9' }), 'x-real-ip')).toBe('direct');
  });
});
