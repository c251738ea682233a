import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bootstrap } from '@/supabase/local/bootstrap/index.ts';
import { startNetWorker } from '@/supabase/local/net/index.ts';
import type { Database, Service } from '@/supabase/local/types.ts';
import { engines, openScratchDatabase } from '../../support/scratch-database.ts';

describe.each(engines)('the net worker on %s', (engine) => {
  interface Seen {
    path: string;
    method: string;
    key: string | undefined;
    body: string;
  }

  let database: Database;
  let worker: Service;
  let server: Server;
  let origin: string;
  let seen: Seen[];
  /** Requests to /held that are open now, and the most that ever were. */
  let open = 0;
  let mostOpen = 0;

  async function read(request: IncomingMessage): Promise<string> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts).toString();
  }

  const waiting: (() => void)[] = [];

  beforeAll(async () => {
    server = createServer(async (request, answer) => {
      const path = request.url ?? '';
      const key = request.headers['x-function-secret'] as string | undefined;
      seen.push({ path, method: request.method ?? '', key, body: await read(request) });
      if (path === '/held') {
        mostOpen = Math.max(mostOpen, ++open);
        await new Promise<void>((release) => waiting.push(release));
        open--;
      }
      if (path === '/silent') return;
      answer.writeHead(path === '/broken' ? 500 : 200, { 'content-type': 'text/plain' }).end(`got ${path}`);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    database = await openScratchDatabase(engine);
    await bootstrap(database);
    worker = await startNetWorker({ database });
  });

  beforeEach(() => {
    seen = [];
  });

  afterAll(async () => {
    await worker.stop();
    await database.close();
    server.closeAllConnections();
    server.close();
  });

  const run = (sql: string) => database.lock((session) => session.run(sql));
  const rows = <T extends Record<string, unknown>>(sql: string) =>
    database.lock((session) => session.query<T>(sql));
  const answers = () => rows<Record<string, unknown>>('select * from net._http_response order by id');
  const forgetAnswers = () => run('truncate net._http_response');

  test('a committed request is delivered once with its headers and body, and its answer is stored', async () => {
    await forgetAnswers();
    await run(`select net.http_post('${origin}/one', '{"n": 1}', headers := '{"x-function-secret": "s"}')`);
    await expect.poll(answers).toHaveLength(1);
    expect(seen).toEqual([{ path: '/one', method: 'POST', key: 's', body: '{"n": 1}' }]);
    expect((await answers())[0]).toMatchObject({ status_code: 200, content: 'got /one', timed_out: false });
  });

  test('a transaction that is rolled back posts nothing', async () => {
    await run(`begin; select net.http_post('${origin}/never'); rollback;`);
    await run(`select net.http_post('${origin}/after')`);
    await expect.poll(() => seen.map((one) => one.path)).toContain('/after');
    expect(seen.map((one) => one.path)).not.toContain('/never');
  });

  test('a failing address is tried once and the reason is stored', async () => {
    await forgetAnswers();
    await run(`select net.http_post('${origin}/broken'); select net.http_post('http://127.0.0.1:1/closed')`);
    await expect.poll(answers).toHaveLength(2);
    const [broken, closed] = await answers();
    expect(broken).toMatchObject({ status_code: 500, error_msg: null });
    expect(closed).toMatchObject({ status_code: null, timed_out: false });
    expect(closed?.error_msg).toMatch(/fetch failed/);
    await run(`select net.http_post('${origin}/next')`);
    await expect.poll(answers).toHaveLength(3);
    expect(seen.filter((one) => one.path === '/broken')).toHaveLength(1);
    expect(await rows('select from net.http_request_queue')).toHaveLength(0);
  });

  test('an address that never answers times out and holds up nobody', async () => {
    await forgetAnswers();
    await run(`
    select net.http_post('${origin}/silent', timeout_milliseconds := 300);
    select net.http_post('${origin}/quick')`);
    await expect.poll(answers).toHaveLength(2);
    const [silent, quick] = await answers();
    expect(silent).toMatchObject({ timed_out: true, error_msg: 'Timeout of 300 ms reached' });
    expect(quick).toMatchObject({ status_code: 200 });
  });

  test('a request that nobody announced is found by the sweep', async () => {
    await run(`insert into net.http_request_queue (method, url, headers, timeout_milliseconds)
             values ('GET', '${origin}/swept', '{}', 1000)`);
    await expect
      .poll(() => seen.map((one) => `${one.method} ${one.path}`), { timeout: 3000 })
      .toContain('GET /swept');
  });

  test('sends many at a time, but not all at once, while the database stays free for others', async () => {
    await run(`select net.http_post('${origin}/held') from generate_series(1, 40)`);
    await expect.poll(() => waiting.length).toBe(16);
    expect(await rows('select 1 as one')).toEqual([{ one: 1 }]);
    await expect
      .poll(async () => {
        for (const release of waiting.splice(0)) release();
        return (await answers()).filter((answer) => answer.content === 'got /held').length;
      })
      .toBe(40);
    expect(mostOpen).toBe(16);
  });

  test('does nothing where pg_net is installed', async () => {
    let turns = 0;
    const asIfInstalled: Database = {
      ...database,
      lock: (work) => {
        turns++;
        return database.lock((session) =>
          work({ ...session, query: (sql, p) => session.query(sql.replaceAll("'pg_net'", "'plpgsql'"), p) }),
        );
      },
    };
    await (await startNetWorker({ database: asIfInstalled })).stop();
    expect(turns).toBe(1);
  });
});
