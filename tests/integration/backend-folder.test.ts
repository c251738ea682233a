import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FolderHeldError, lockFolder } from '../../supabase/local/database/data-lock.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import type { BackendAddress } from '../../supabase/local/types.ts';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'jarvis-data-'));
});

afterAll(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));

const script = join(projectRoot, 'supabase/local/cli/run.mjs');

/** A script, normally that of `npm run <command>`, with Node itself; collects what it says. */
function run(args: string[], nodeArgs: string[] = [], file = script) {
  const env = { ...process.env, SUPABASE_LOCAL_DB_URL: '' };
  const child = spawn(process.execPath, [...nodeArgs, file, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  child.stdout.on('data', (data: Buffer) => {
    said.out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    said.error += data.toString();
  });
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, ended };
}

const start = (folder: string) =>
  whenReady(run(['backend', '--data', folder, '--port', '0', '--no-seed', '--no-cron']));

async function whenReady(backend: ReturnType<typeof run>) {
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: backend.child.stdout }).once('line', resolve);
    void backend.ended.then(({ error }) => reject(new Error(error)));
  });
  return { ...backend, address: JSON.parse(line) as BackendAddress };
}

describe('the lock on the data folder', () => {
  test('a second opener is refused while the first lives', async () => {
    const folder = join(home, 'one');
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderHeldError);
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  test.each([
    ['a dead process', { pid: 2 ** 22 + 1, started: null }],
    ['a process whose pid another one has now', { pid: process.pid, started: 'long ago' }],
    ['nobody that can be read', 'not json'],
  ])('a lock of %s is taken over', async (_, holder) => {
    const folder = join(home, 'stale');
    await (await lockFolder(folder)).release();
    await writeFile(join(folder, 'lock.json'), JSON.stringify(holder));
    const lock = await lockFolder(folder);
    expect(JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8'))).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  test('of many that take over at once, one wins', async () => {
    const folder = join(home, 'race');
    await (await lockFolder(folder)).release();
    await writeFile(join(folder, 'lock.json'), JSON.stringify({ pid: 2 ** 22 + 1, started: null }));
    const takers = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
    expect(takers.filter((taker) => taker.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a backend on its folder', () => {
  test('keeps rows and keys over a stop, refuses a second start and a reset, and lets go at Ctrl-C', async () => {
    const folder = join(home, 'kept');
    const first = await start(folder);
    expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);

    const second = await run(['backend', '--data', folder, '--port', '0']).ended;
    expect([second.code, second.out]).toEqual([1, '']);
    expect(second.error.trim()).toBe(
      `The data folder ${folder} is in use by a backend that is already running at ${first.address.url} (pid ${first.child.pid}).`,
    );
    const reset = await run(['reset', '--data', folder]).ended;
    expect([reset.code, reset.error]).toEqual([
      1,
      `A backend is running on ${folder} (pid ${first.child.pid}): stop it first.\n`,
    ]);

    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(0);
    await expect(stat(join(folder, 'lock.json'))).rejects.toThrow('ENOENT');
    await expect(fetch(first.address.url)).rejects.toThrow();

    const again = await start(folder);
    expect(again.address.secret_key).toBe(first.address.secret_key);
    again.child.kill('SIGTERM');
    await again.ended;
    expect((await run(['reset', '--data', folder]).ended).code).toBe(0);
    await expect(stat(join(folder, 'database'))).rejects.toThrow('ENOENT');
  });

  test('a taken port and a Node that is too old: one sentence each', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const taken = await run(['backend', '--memory', '--no-seed', '--port', String(port)]).ended;
    expect(taken).toEqual({
      code: 1,
      out: '',
      error: `Port ${port} is taken: stop what uses it, or choose another port.\n`,
    });
    const app = await run(['start', '--data', join(home, 'none'), '--port', String(port)]).ended;
    expect(app.code).toBe(1);
    expect(app.error).toMatch(/^Port \d+ is taken: .*\n$/);
    holder.close();

    const pretend =
      'data:text/javascript,Object.defineProperty(process, "versions", { value: { node: "20.9.0" } })';
    const old = await run(['backend'], ['--import', pretend]).ended;
    expect(old.code).toBe(1);
    expect(old.error).toMatch(/^Node 20\.9\.0 is too old: .*\n$/);
  });

  test('ten times kill -9 during writes: every acknowledged row is there', async () => {
    const folder = join(home, 'killed');
    const acknowledged = new Set<number>();
    const bare = join(projectRoot, 'tests/integration/backend-bare.ts');
    const startBare = (on: string) => whenReady(run([on], [], bare));
    let next = 0;
    let backend = await startBare(folder);
    const sql = postgres(backend.address.db, { max: 1 });
    await sql.unsafe(
      'create table public.drops (id int primary key); alter table public.drops enable row level security; grant select, insert on public.drops to service_role',
    );
    await sql.end();
    for (let round = 0; round < 10; round++) {
      const { address, child, ended } = backend;
      const client = createClient(address.url, address.secret_key, { auth: { persistSession: false } });
      const enough = acknowledged.size + 20;
      let isGone = false;
      const write = async () => {
        while (!isGone) {
          const id = next++;
          const { error } = await client.from('drops').insert({ id });
          if (!error) acknowledged.add(id);
          if (acknowledged.size >= enough) child.kill('SIGKILL');
        }
      };
      const writers = Array.from({ length: 6 }, write);
      await ended;
      isGone = true;
      await Promise.all(writers);

      backend = await startBare(folder);
      const reader = createClient(backend.address.url, backend.address.secret_key, {
        auth: { persistSession: false },
      });
      const { data } = await reader.from('drops').select('id').limit(1000);
      const stored = new Set(data?.map((row: { id: number }) => row.id));
      expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(200);
    backend.child.kill('SIGTERM');
    await backend.ended;
  }, 150_000);
});
