import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Happening, openOutbox } from '@/components/kiosk/voice/outbox';
import type { Answer } from '@/lib/http/api';

type Body = { events: { seq: number; kind: string; age_ms: number }[] };

const usage = (response_id: string): Happening => ({ kind: 'usage', response_id, usage: {} });
const ok: Answer<unknown> = { ok: true, data: {} };
const refused = (status: number): Answer<unknown> => ({
  ok: false,
  problem: { status, code: 'x', title: '', detail: '' },
});

describe('events on their way to the server', () => {
  const store = new Map<string, string>();
  const beacons: string[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    store.clear();
    beacons.length = 0;
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
    });
    vi.stubGlobal('navigator', { sendBeacon: (path: string) => beacons.push(path) });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('go every five seconds, numbered and with their age', async () => {
    const sent: Body[] = [];
    const outbox = openOutbox('a', async (_, body) => {
      sent.push(body as Body);
      return ok;
    });
    outbox.add(usage('r1'));
    await vi.advanceTimersByTimeAsync(2_000);
    outbox.add(usage('r2'));
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([
      {
        events: [
          { kind: 'usage', response_id: 'r1', usage: {}, seq: 1, age_ms: 5_000 },
          { kind: 'usage', response_id: 'r2', usage: {}, seq: 2, age_ms: 3_000 },
        ],
      },
    ]);
    outbox.close();
  });

  it('count on after a reload, and from one again in another conversation', async () => {
    openOutbox('a', async () => ok).add(usage('r1'));
    const reloaded = openOutbox('a', async () => ok);
    reloaded.add(usage('r2'));
    expect(await reloaded.drain()).toBe(2);
    const next = openOutbox('b', async () => ok);
    next.add(usage('r3'));
    expect(await next.drain()).toBe(1);
    expect([...store.values()].join()).not.toContain('usage');
  });

  it('go a hundred at a time', async () => {
    const sizes: number[] = [];
    const outbox = openOutbox('a', async (_, body) => {
      sizes.push((body as Body).events.length);
      return ok;
    });
    for (let number = 0; number < 230; number += 1) outbox.add(usage(`r${number}`));
    expect(await outbox.drain()).toBe(230);
    expect(sizes).toEqual([100, 100, 30]);
  });

  it('wait for a network that is gone, and are dropped when the server will not have them', async () => {
    const answers = [refused(0), refused(0), ok];
    const sent: number[][] = [];
    const outbox = openOutbox('a', async (_, body) => {
      sent.push((body as Body).events.map(({ seq }) => seq));
      return answers.shift() ?? refused(422);
    });
    outbox.add(usage('r1'));
    await outbox.drain();
    outbox.add(usage('r2'));
    await outbox.drain();
    outbox.add(usage('r3'));
    await outbox.drain();
    await outbox.drain();
    expect(sent).toEqual([[1], [1], [1, 2], [3]]);
    outbox.close();
  });

  it('leave with the page', () => {
    const outbox = openOutbox('a', async () => ok);
    outbox.add(usage('r1'));
    expect(outbox.beacon()).toBe(1);
    expect(beacons).toEqual(['/api/voice/events']);
    outbox.beacon();
    expect(beacons).toHaveLength(1);
    outbox.close();
  });

  it('that meet no network until the end are handed on with their number and age', async () => {
    const handed: [number, number][] = [];
    const outbox = openOutbox(
      'a',
      async () => refused(0),
      ({ seq }, agoMs) => handed.push([seq, agoMs]),
    );
    outbox.add(usage('r1'));
    await vi.advanceTimersByTimeAsync(7_000);
    outbox.add(usage('r2'));
    outbox.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(handed).toEqual([
      [1, 7_000],
      [2, 0],
    ]);
  });
});
