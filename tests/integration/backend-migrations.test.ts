import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { type OpenDatabase, openPglite } from '../../supabase/local/database/open.ts';
import { startWire } from '../../supabase/local/database/wire.ts';
import { migrateDown, migrateUp } from '../../supabase/local/migrate/index.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import type { Database } from '../../supabase/local/types.ts';

let open: OpenDatabase;
let database: Database;

beforeAll(async () => {
  open = await openPglite(undefined, { lock: true, grants: true, errors: true, system: true });
  database = open.database;
  await bootstrap(database);
});

afterAll(() => database?.close());

/** Everything the migrations make, as lines that can be compared: columns, keys, functions, policies, grants, jobs. */
async function describeSchema(): Promise<string[]> {
  const rows = await database.lock((session) =>
    session.query<{ line: string }>(`
      with mine as (select oid, nspname from pg_namespace
        where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'supabase_migrations'))
      select 'schema ' || nspname || coalesce(' ' || (select nspacl::text from pg_namespace n where n.oid = mine.oid), '') as line from mine
      union all select format('column %s.%s.%s %s %s %s', m.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attacl)
        from mine m join pg_class c on c.relnamespace = m.oid and c.relkind in ('r','p','v') join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      union all select format('table %s.%s rls %s %s', m.nspname, c.relname, c.relrowsecurity, c.relacl) from mine m join pg_class c on c.relnamespace = m.oid and c.relkind in ('r','p','v')
      union all select format('constraint %s.%s %s', m.nspname, k.conname, pg_get_constraintdef(k.oid)) from mine m join pg_constraint k on k.connamespace = m.oid
      union all select format('index %s', indexdef) from pg_indexes where schemaname in (select nspname from mine)
      union all select format('function %s.%s(%s) %s %s', m.nspname, p.proname, pg_get_function_identity_arguments(p.oid), md5(p.prosrc), p.proacl) from mine m join pg_proc p on p.pronamespace = m.oid
      union all select format('policy %s.%s %s %s %s', schemaname, tablename, policyname, qual, with_check) from pg_policies
      union all select format('trigger %s', pg_get_triggerdef(t.oid)) from pg_trigger t where not t.tgisinternal
      union all select format('type %s.%s', m.nspname, t.typname) from mine m join pg_type t on t.typnamespace = m.oid and t.typtype = 'e'
      union all select format('job %s %s %s', jobname, schedule, command) from cron.job
      union all select format('default %s', defaclacl) from pg_default_acl
      order by 1`),
  );
  return rows.map((row) => row.line);
}

describe('the product’s own migrations', () => {
  const folder = join(projectRoot, 'supabase/migrations');

  test('go up, down and up again, and leave nothing behind in between', async () => {
    const empty = await describeSchema();
    const up = await migrateUp(database, folder);
    expect(up.length).toBeGreaterThan(5);
    const full = await describeSchema();
    expect(await migrateDown(database, folder)).toEqual([...up].reverse());
    expect(await describeSchema()).toEqual(empty);
    expect(await migrateUp(database, folder)).toEqual(up);
    expect(await describeSchema()).toEqual(full);
  });

  test('the official CLI reads the same history', async () => {
    const wire = await startWire(open.session!, 0);
    const cli = join(projectRoot, 'node_modules/.bin/supabase');
    const { stdout, stderr } = await promisify(execFile)(
      cli,
      ['db', 'push', `--remote=${wire.url}`, '--dry-run'],
      {
        cwd: projectRoot,
      },
    );
    await wire.stop();
    expect(stdout + stderr).toMatch(/up to date/i);
    expect(await migrateUp(database, folder)).toEqual([]);
  });

  afterAll(async () => {
    await migrateDown(database, folder);
  });
});

describe('a folder that cannot be applied ends in one sentence', () => {
  let folder: string;
  const write = (name: string, sql: string) => writeFile(join(folder, name), sql);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jarvis-migrations-'));
    await mkdir(join(folder, 'rollbacks'));
    await write('20300101000000_first.sql', 'create table public.first_things (id int primary key);');
    await write('rollbacks/20300101000000_first.sql', 'drop table public.first_things;');
  });

  afterEach(async () => {
    await database.lock((session) =>
      session.run(
        'drop table if exists public.first_things; delete from supabase_migrations.schema_migrations',
      ),
    );
    await rm(folder, { recursive: true });
  });

  test('a migration that fails keeps what came before and nothing of its own', async () => {
    await write('20300102000000_second.sql', 'create table public.half (id int);\nselect nothing_there;');
    await expect(migrateUp(database, folder)).rejects.toThrow(
      /^20300102000000_second\.sql failed and nothing of it was kept: column "nothing_there" does not exist \(line 2\)\.$/,
    );
    const [row] = await database.lock((session) =>
      session.query(
        `select to_regclass('public.half') as half, to_regclass('public.first_things')::text as first,
           (select array_agg(version) from supabase_migrations.schema_migrations) as versions`,
      ),
    );
    expect(row).toEqual({ half: null, first: 'first_things', versions: ['20300101000000'] });
  });

  test('a database that is newer than the files', async () => {
    await write('20300102000000_second.sql', 'select 1;');
    await migrateUp(database, folder);
    await rm(join(folder, '20300102000000_second.sql'));
    await expect(migrateUp(database, folder)).rejects.toThrow(
      /already has 20300102000000_second\.sql.*npm run reset/,
    );
  });

  test('a migration slipped in before one that was applied', async () => {
    await migrateUp(database, folder);
    await write('20291231000000_late.sql', 'select 1;');
    await expect(migrateUp(database, folder)).rejects.toThrow(
      /20291231000000_late\.sql comes before 20300101000000_first\.sql/,
    );
  });

  test('two files of one timestamp, and a file that is no migration', async () => {
    await write('20300101000000_twin.sql', 'select 1;');
    await expect(migrateUp(database, folder)).rejects.toThrow(
      /20300101000000_twin\.sql have the same timestamp/,
    );
    await rm(join(folder, '20300101000000_twin.sql'));
    await write('notes.sql', 'select 1;');
    await expect(migrateUp(database, folder)).rejects.toThrow(
      /notes\.sql in supabase\/migrations is not named/,
    );
  });

  test('a rollback that is missing', async () => {
    await migrateUp(database, folder);
    await rm(join(folder, 'rollbacks/20300101000000_first.sql'));
    await expect(migrateDown(database, folder)).rejects.toThrow(/20300101000000_first\.sql has no rollback/);
  });
});
