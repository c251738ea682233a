import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inBatches } from '@/components/dashboard/import/in-batches';
import type { ImportRow } from '@/lib/members/import';

const rows: ImportRow[] = Array.from({ length: 1100 }, (_, n) => ({
  row: n + 2,
  first_name: 'A',
  last_name: 'B',
}));
const counted = (body: string) => ({
  new: JSON.parse(body).rows.length,
  changed: 0,
  same: 0,
  bad: 1,
  errors: [{ row: 1, field: null, code: 'shifted' }],
});
const answer = (status: number, body: object) => new Response(JSON.stringify(body), { status });

let sizes: number[];
let refusals: Response[];

beforeEach(() => {
  vi.useFakeTimers();
  [sizes, refusals] = [[], []];
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    const refusal = refusals.shift();
    if (refusal) return refusal;
    sizes.push(JSON.parse(body).rows.length);
    return answer(200, counted(body));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const send = async (signal = new AbortController().signal) => {
  const told: string[] = [];
  const sent = inBatches(
    '/api/x',
    'members',
    rows,
    {},
    ({ done, waiting }) => told.push(`${done}${waiting ? ' waiting' : ''}`),
    signal,
  );
  await vi.runAllTimersAsync();
  return { told, sent: await sent };
};

describe('rows are sent in batches', () => {
  it('of 500, and the answers added up', async () => {
    const { told, sent } = await send();
    expect([sizes, told]).toEqual([
      [500, 500, 100],
      ['500', '1000', '1100'],
    ]);
    expect(sent).toMatchObject({ ok: true, data: { new: 1100, bad: 3 } });
  });

  it('again when the service was busy, as long as it asks for', async () => {
    refusals = [
      answer(429, { status: 429, code: 'rate_limited', retry_after_s: 30 }),
      answer(503, { status: 503, code: 'backend_unavailable' }),
    ];
    const began = Date.now();
    const { told, sent } = await send();
    expect(told.slice(0, 3)).toEqual(['0 waiting', '0 waiting', '500']);
    expect(Date.now() - began).toBeGreaterThanOrEqual(34_000);
    expect(sent).toMatchObject({ ok: true, data: { new: 1100 } });
  });

  it('until it is plain that it will not pass', async () => {
    refusals = Array.from({ length: 6 }, () => answer(503, { status: 503, code: 'backend_unavailable' }));
    expect((await send()).sent).toMatchObject({ ok: false, problem: { code: 'backend_unavailable' } });
    refusals = [answer(403, { status: 403, code: 'customer_suspended' })];
    expect((await send()).sent).toMatchObject({ ok: false, problem: { code: 'customer_suspended' } });
    expect(sizes).toEqual([]);
  });

  it('until somebody stops it', async () => {
    const stopped = new AbortController();
    stopped.abort();
    expect((await send(stopped.signal)).sent).toBeNull();
  });
});
