import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Batch, startDelivery } from '@/components/kiosk/queue/delivery';
import { ageOf, longestKeptMs, mostKept, stampNow } from '@/components/kiosk/queue/entries';
import { memoryStore } from '@/components/kiosk/queue/memory-store';
import { Queue } from '@/components/kiosk/queue/queue';
import { readHealth } from '@/components/kiosk/health/health';
import type { Answer, Problem } from '@/lib/http/api';
import type { Replayed } from '@/lib/kiosks/replay-schemas';

const second = 1_000;
const read = (badge = '2415919103') =>
  ({ kind: 'scan', event_id: crypto.randomUUID(), read: badge }) as const;
const problem = (status: number, code = 'x', more: Partial<Problem> = {}): Answer<never> => ({
  ok: false,
  problem: { status, code, title: '', detail: '', ...more },
});

/** A server that keeps what it is sent, in its order, and can be told to answer something else. */
class Server {
  readonly taken: string[] = [];
  readonly batches: { at: number; size: number }[] = [];
  gym = 'lille';
  refuses: (body: Batch) => Answer<never> | null = () => null;
  losesAnswers = false;

  send = async (body: Batch): Promise<Answer<Replayed>> => {
    const refusal = this.refuses(body);
    if (refusal) return refusal;
    if (body.entries.length > 0) this.batches.push({ at: performance.now(), size: body.entries.length });
    for (const { event_id } of body.entries) if (!this.taken.includes(event_id)) this.taken.push(event_id);
    return this.losesAnswers ? problem(0, 'offline') : { ok: true, data: { gym: this.gym } };
  };
}

let store = memoryStore();
let server = new Server();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  store = memoryStore();
  server = new Server();
});
afterEach(() => vi.useRealTimers());

const open = () => new Queue(store).open();
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
async function keepMany(queue: Queue, count: number): Promise<string[]> {
  const entries = Array.from({ length: count }, () => read());
  for (const entry of entries) await queue.keep(entry);
  return entries.map(({ event_id }) => event_id);
}

describe('the delivery of the queue', () => {
  it('sends everything once, in order, at most 100 at most every 5 seconds', async () => {
    const queue = await open();
    const ids = await keepMany(queue, 250);
    expect(readHealth().waiting).toBe(250);
    const delivery = startDelivery(queue, server.send);
    for (let again = 0; again < 30; again++) {
      delivery.nudge();
      await after(second);
    }
    expect(server.taken).toEqual(ids);
    expect(server.batches.map(({ size }) => size)).toEqual([100, 100, 50]);
    const gaps = server.batches.slice(1).map(({ at }, place) => at - (server.batches[place]?.at ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(5 * second);
    expect(readHealth().waiting).toBe(0);
    delivery.stop();
  });

  it('loses nothing while the server is away and goes on when it is back', async () => {
    const queue = await open();
    const ids = await keepMany(queue, 3);
    server.refuses = () => problem(0, 'offline');
    const delivery = startDelivery(queue, server.send);
    await after(5 * 60 * second);
    expect(server.taken).toEqual([]);
    server.refuses = () => null;
    delivery.nudge();
    await after(10 * second);
    expect(server.taken).toEqual(ids);
    delivery.stop();
  });

  it('sends again what the server took while its answer was lost', async () => {
    const queue = await open();
    const ids = await keepMany(queue, 3);
    const delivery = startDelivery(queue, server.send);
    await after(1);
    server.losesAnswers = true;
    ids.push(...(await keepMany(queue, 2)));
    await after(6 * second);
    server.losesAnswers = false;
    await after(60 * second);
    expect(server.taken).toEqual(ids);
    expect(readHealth().waiting).toBe(0);
    delivery.stop();
  });

  it('takes up what an earlier start of the page left', async () => {
    const ids = await keepMany(await open(), 5);
    const delivery = startDelivery(await open(), server.send);
    await after(second);
    expect(server.taken).toEqual(ids);
    delivery.stop();
  });

  it('does not let one that cannot be taken hold up the others', async () => {
    const queue = await open();
    const ids = await keepMany(queue, 20);
    const bad = ids[7] ?? '';
    server.refuses = ({ entries }) =>
      entries.some(({ event_id }) => event_id === bad) ? problem(422, 'invalid_input') : null;
    const delivery = startDelivery(queue, server.send);
    await after(120 * second);
    expect(server.taken).toEqual(ids.filter((id) => id !== bad));
    expect(readHealth().waiting).toBe(0);
    delivery.stop();
  });

  it('leaves alone what is under way by itself, until that has failed', async () => {
    const queue = await open();
    const [fine, lost] = [read(), read()];
    await queue.keep(fine, { isHeld: true });
    await queue.keep(lost, { isHeld: true });
    const delivery = startDelivery(queue, server.send);
    await after(20 * second);
    expect(server.taken).toEqual([]);
    await queue.settle(fine.event_id, { ok: true, data: null });
    await queue.settle(lost.event_id, problem(503, 'backend_unavailable'));
    await after(20 * second);
    expect(server.taken).toEqual([lost.event_id]);
    delivery.stop();
  });

  it.each([
    [404, 'badge_unknown', false],
    [429, 'reader_paused', false],
    [429, 'rate_limited', true],
    [401, 'kiosk_revoked', true],
    [0, 'offline', true],
    [504, 'too_slow', true],
  ])('a read answered %i %s waits: %s', async (status, code, waits) => {
    const queue = await open();
    const entry = read();
    await queue.keep(entry, { isHeld: true });
    await queue.settle(entry.event_id, problem(status, code));
    expect((await queue.next(1)).length).toBe(waits ? 1 : 0);
  });

  it('keeps everything while the kiosk is revoked, and delivers at the same gym alone', async () => {
    const queue = await open();
    const first = startDelivery(queue, server.send);
    await after(second);
    server.refuses = () => problem(401, 'kiosk_revoked');
    const ids = await keepMany(queue, 2);
    await after(60 * second);
    first.stop();
    server.refuses = () => null;
    server.gym = 'nice';
    const elsewhere = startDelivery(queue, server.send);
    const theirs = await keepMany(queue, 1);
    await after(60 * second);
    elsewhere.stop();
    server.gym = 'lille';
    const back = startDelivery(queue, server.send);
    await after(60 * second);
    back.stop();
    expect(server.taken).toEqual([...theirs, ...ids]);
  });

  it('keeps the newest 10,000, and nothing for longer than 7 days', async () => {
    const queue = await open();
    const [old] = await keepMany(queue, 1);
    await after(longestKeptMs + second);
    const [young] = await keepMany(queue, 1);
    await open();
    expect((await queue.next(10)).map(({ event_id }) => event_id)).toEqual([young]);
    for (let kept = 0; kept < mostKept + 50; kept++) await store.add(null, { ...read(), ...stampNow() });
    await open();
    expect(await store.count()).toBe(mostKept);
    expect((await queue.next(1))[0]?.event_id).not.toBe(old);
  });
});

describe('the age of an entry', () => {
  it('is the boot’s own time, whatever happens to the clock', async () => {
    const then = stampNow();
    await after(3 * second);
    vi.setSystemTime(Date.now() + 86_400_000);
    expect(ageOf(then, stampNow())).toBe(3 * second);
  });

  it('is told by the wall clock after a new start', () => {
    const then = { ...stampNow(), boot_id: 'earlier', at: Date.now() - 5 * second };
    expect(ageOf(then, stampNow())).toBe(5 * second);
  });
});
