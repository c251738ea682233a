import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '@/supabase/functions/_shared/db';
import { adminOf, readCosts, reconcileUsage } from '@/supabase/functions/reconcile-usage/handler';

const KEY = 'sk-admin-test';
const seconds = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000;
const result = (value: unknown, currency = 'usd') => ({
  object: 'organization.costs.result',
  amount: { value, currency },
  line_item: null,
  project_id: null,
});

/** What the server charges, by day; each on a page of its own. */
let charged: Record<string, unknown[]>;
/** Answers in its place what a test wants. */
let instead: ((response: ServerResponse) => void) | null;
let server: Server;
let url: string;
let asked: URLSearchParams[];

function answer(request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://provider');
  const say = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (pathname !== '/v1/organization/costs') return say(404, { error: { message: 'Unknown' } });
  if (request.headers.authorization !== `Bearer ${KEY}`) return say(401, { error: { message: 'Bad key' } });
  asked.push(searchParams);
  if (instead) return instead(response);
  const [from, to] = [Number(searchParams.get('start_time')), Number(searchParams.get('end_time'))];
  const days = Object.keys(charged)
    .sort()
    .filter((day) => seconds(day) >= from && seconds(day) < to);
  const place = Number(searchParams.get('page')?.slice('page_'.length) ?? 0);
  const data = days.slice(place, place + 1).map((day) => ({
    object: 'bucket',
    start_time: seconds(day),
    end_time: seconds(day) + 86_400,
    results: charged[day],
  }));
  const more = place + 1 < days.length;
  return say(200, { object: 'page', data, has_more: more, next_page: more ? `page_${place + 1}` : null });
}

beforeEach(async () => {
  asked = [];
  instead = null;
  charged = {
    '2026-11-17': [result(99)],
    '2026-11-18': [result(1.25), result(0.1)],
    '2026-11-19': [],
    '2026-11-20': [result('0.30000000000000000000')],
    '2026-11-21': [result(99)],
  };
  server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});

afterEach(() => new Promise((closed) => server.close(closed)));

/** A database whose check is open, or is not. */
function fakeDb(wanted: unknown = { from: '2026-11-18', to: '2026-11-21' }) {
  const finished: unknown[] = [];
  const db: Db = {
    async rpc<T>(name: string, args: Record<string, unknown>): Promise<T> {
      if (name === 'begin_usage_check') return wanted as T;
      finished.push(args);
      return 0 as T;
    },
  };
  return { db, finished };
}

const admin = (key = KEY) => ({ url, key, project: undefined });
const quiet = () => undefined;

describe("the provider's costs", () => {
  it('are read over all pages, by day', async () => {
    expect(await readCosts(admin(), '2026-11-18', '2026-11-21')).toEqual([
      { day: '2026-11-18', usd: 1.35 },
      { day: '2026-11-19', usd: 0 },
      { day: '2026-11-20', usd: 0.3 },
    ]);
    expect(asked).toHaveLength(3);
    expect(Object.fromEntries(asked[0]!)).toEqual({
      start_time: String(seconds('2026-11-18')),
      end_time: String(seconds('2026-11-21')),
      bucket_width: '1d',
      limit: '3',
    });
  });

  it('are those that the official client reads from the same server', async () => {
    const client = new OpenAI({ apiKey: 'sk-none', adminAPIKey: KEY, baseURL: url, maxRetries: 0 });
    const first = await client.admin.organization.usage.costs({
      start_time: seconds('2026-11-18'),
      end_time: seconds('2026-11-21'),
    });
    expect(first).toMatchObject({ has_more: true, next_page: 'page_1' });
    expect(first.data[0]?.results[0]).toMatchObject({ amount: { value: 1.25, currency: 'usd' } });
  });

  it('are of one project where one is named', async () => {
    await readCosts({ ...admin(), project: 'proj_1' }, '2026-11-18', '2026-11-19');
    expect(asked[0]?.getAll('project_ids')).toEqual(['proj_1']);
  });
});

describe('comparing', () => {
  it('hands the days to the database', async () => {
    const { db, finished } = fakeDb();
    expect(await reconcileUsage(db, admin(), quiet)).toEqual({ days: 3 });
    expect(finished).toEqual([
      {
        p_days: [
          { day: '2026-11-18', usd: 1.35 },
          { day: '2026-11-19', usd: 0 },
          { day: '2026-11-20', usd: 0.3 },
        ],
        p_error: null,
      },
    ]);
  });

  it('asks nothing without a key, and says so', async () => {
    const { db, finished } = fakeDb();
    expect(await reconcileUsage(db, null, quiet)).toEqual({ error: 'no_key' });
    expect(finished).toEqual([{ p_days: null, p_error: 'no_key' }]);
    expect(asked).toEqual([]);
  });

  it('asks nothing when it has been done', async () => {
    const { db, finished } = fakeDb(null);
    expect(await reconcileUsage(db, admin(), quiet)).toEqual({ days: 0 });
    expect([asked, finished]).toEqual([[], []]);
  });

  it('keeps nothing of a key that is refused', async () => {
    const { db, finished } = fakeDb();
    const lines: string[] = [];
    await reconcileUsage(db, admin('sk-wrong'), (line) => lines.push(line));
    expect(finished).toEqual([{ p_days: null, p_error: 'http_401' }]);
    expect(lines.join()).toContain('http_401');
    expect(lines.join()).not.toContain('sk-wrong');
  });

  const json = (body: unknown) => (response: ServerResponse) =>
    void response.writeHead(200).end(JSON.stringify(body));
  const bucket = (results: unknown) => ({ start_time: seconds('2026-11-18'), results });
  it.each<[string, string, (response: ServerResponse) => void]>([
    [
      'too many requests',
      'http_429',
      (response) => void response.writeHead(429, { 'retry-after': '9' }).end(),
    ],
    ['a server that fails', 'http_500', (response) => void response.writeHead(500).end('<html>')],
    ['a page of something else', 'malformed', (response) => void response.writeHead(200).end('<html>')],
    ['no list', 'malformed', json({ data: {} })],
    ['a bucket without its day', 'malformed', json({ data: [{ results: [] }] })],
    ['an amount that is none', 'malformed', json({ data: [bucket([{ amount: { currency: 'usd' } }])] })],
    ['another currency', 'currency', json({ data: [bucket([result(1, 'eur')])] })],
    ['more without the way there', 'malformed', json({ data: [], has_more: true, next_page: null })],
    ['pages without end', 'malformed', json({ data: [], has_more: true, next_page: 'page_0' })],
  ])('keeps nothing of %s', async (_, code, answers) => {
    instead = answers;
    const { db, finished } = fakeDb();
    expect(await reconcileUsage(db, admin(), quiet)).toEqual({ error: code });
    expect(finished).toEqual([{ p_days: null, p_error: code }]);
  });

  it('says that nobody answers', async () => {
    const { db, finished } = fakeDb();
    await reconcileUsage(db, { ...admin(), url: 'http://127.0.0.1:9/v1' }, quiet);
    expect(finished).toEqual([{ p_days: null, p_error: 'unreachable' }]);
  });
});

describe('the key', () => {
  const from = (env: Record<string, string>) => adminOf({ get: (name) => env[name] });
  it('is another than that of the calls', () => {
    expect(from({ OPENAI_API_KEY: 'sk-1' })).toBeNull();
    expect(from({ OPENAI_ADMIN_KEY: KEY })).toEqual({
      url: 'https://api.openai.com/v1',
      key: KEY,
      project: undefined,
    });
    expect(from({ OPENAI_ADMIN_KEY: KEY, OPENAI_BASE_URL: `${url}/`, OPENAI_PROJECT_ID: 'proj_1' })).toEqual({
      url,
      key: KEY,
      project: 'proj_1',
    });
  });
});
