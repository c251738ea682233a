import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, projectRoot, startBackend } from '../../supabase/local/server.ts';
import { testServer } from '../support/pgtap.ts';

const cli = join(projectRoot, 'node_modules/.bin/supabase');

/** Runs the official CLI from the project; answers its exit code and everything it said. */
function supabase(...words: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = execFile(cli, words, { cwd: projectRoot, maxBuffer: 16e6 }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, said: stdout || stderr }),
    );
  });
}

/** Names and details of what the linter finds, notes included; indexes that a fresh database has not used are no finding. */
async function advisors(url: string): Promise<string[]> {
  const words = ['db', 'advisors', `--remote=${url}`, '--level', 'info', '--output-format', 'json'];
  const { code, said } = await supabase(...words);
  expect(code, said).toBe(0);
  const { results } = JSON.parse(said.slice(said.indexOf('{'))) as {
    results: { name: string; detail: string }[];
  };
  return results
    .filter(({ name }) => name !== 'unused_index')
    .map(({ name, detail }) => `${name}: ${detail}`);
}

const servers = [
  { engine: 'PGlite', server: null },
  ...(testServer() ? [{ engine: 'Postgres', server: testServer() }] : []),
];

describe.each(servers)('the official CLI on $engine', ({ server }) => {
  const name = `jarvis_gates_${randomBytes(4).toString('hex')}`;
  let admin: postgres.Sql | undefined;
  let backend: Backend;
  let url: string;

  beforeAll(async () => {
    let databaseUrl: string | undefined;
    if (server) {
      admin = postgres(server, { max: 1, onnotice: () => undefined });
      await admin.unsafe(`create database ${name}`);
      const own = new URL(server);
      own.pathname = `/${name}`;
      own.searchParams.set('sslmode', 'disable');
      databaseUrl = own.href;
    }
    backend = await startBackend({ databaseUrl, migrations: null, cron: false });
    url = databaseUrl ?? backend.address.db;
  });

  afterAll(async () => {
    await backend?.stop();
    await admin?.unsafe(`drop database if exists ${name} with (force)`);
    await admin?.end();
  });

  it('applies every migration unchanged, and none twice', async () => {
    expect(await supabase('db', 'push', `--remote=${url}`, '--yes')).toMatchObject({ code: 0 });
    const again = await supabase('db', 'push', `--remote=${url}`, '--yes');
    expect(again).toMatchObject({ code: 0, said: expect.stringMatching(/up to date/i) });
  });

  it('finds nothing to advise', async () => {
    expect(await advisors(url)).toEqual([]);
  });

  it('would find a table without policies and an unwrapped auth call', async () => {
    await backend.database.lock((session) =>
      session.run(`
        create table public.planted (id uuid primary key);
        grant select on public.planted to anon, authenticated;
        create table public.planted_too (id uuid primary key);
        alter table public.planted_too enable row level security;
        create policy planted_too_select on public.planted_too for select to authenticated using (id = auth.uid());
      `),
    );
    const found = (await advisors(url)).join('\n');
    expect(found).toMatch(/rls_disabled_in_public: .*planted/);
    expect(found).toMatch(/auth_rls_initplan: .*planted_too/);
  });
});
