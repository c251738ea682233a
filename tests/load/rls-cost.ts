import { join } from 'node:path';
import postgres from 'postgres';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { openPostgres } from '../../supabase/local/database/open.ts';
import { migrateUp } from '../../supabase/local/migrate/index.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { createServerDatabase } from '../support/server-database.ts';
import { percentile, timeAll } from './measure.ts';
import { claimsOf, firstGym, loadTenants } from './tenants-data.ts';

const rounds = 60;
const columns = 'id, first_name, last_name, membership_type, last_visit';
const firstTen = `(select array_agg(g.id) from public.gyms g where g.franchise_id = '00000001-0000-4000-8000-000000000000')`;

/** What is read, by whom; the statements name their gyms as the app's do. */
const reads: Record<string, { person: number; sql: (gyms: string) => string }> = {
  'manager: list_members by last visit, 20': {
    person: 0,
    sql: () => `select public.list_members('${firstGym}', p_sort => 'last_visit', p_limit => 20)`,
  },
  'manager: list_members by risk, 50': {
    person: 0,
    sql: () => `select public.list_members('${firstGym}')`,
  },
  'manager: plain list, 20': {
    person: 0,
    sql: () =>
      `select ${columns} from public.gym_members_v2 where gym_id = '${firstGym}' order by last_visit desc limit 20`,
  },
  'manager: count': {
    person: 0,
    sql: () => `select count(*) from public.gym_members_v2 where gym_id = '${firstGym}'`,
  },
  'owner of 10: plain list, 20': {
    person: 10_000,
    sql: (gyms) =>
      `select ${columns} from public.gym_members_v2 where gym_id = any ('${gyms}') order by last_visit desc limit 20`,
  },
  'owner of 10: count': {
    person: 10_000,
    sql: (gyms) => `select count(*) from public.gym_members_v2 where gym_id = any ('${gyms}')`,
  },
};

/** A connection that stays this person, held by the policies or past them; a query in it is the query alone. */
async function connect(url: string, role: 'authenticated' | 'postgres', person: number) {
  const sql = postgres(url, { max: 1, prepare: false, onnotice: () => undefined });
  await sql.unsafe(`set search_path = "$user", public, extensions; set jit = off`);
  await sql`select set_config('request.jwt.claims', ${claimsOf(person)}, false)`;
  await sql.unsafe(`set role ${role}`);
  return sql;
}

/** Times every read under the policies and past them, on the filled database at `url`, and prints them. */
export async function measureReads(url: string): Promise<void> {
  const open: postgres.Sql[] = [];
  try {
    const admin = postgres(url, { max: 1, onnotice: () => undefined });
    open.push(admin);
    const [ten] = await admin.unsafe<{ gyms: string }[]>(`select ${firstTen}::text as gyms`);
    const calls: Record<string, () => Promise<unknown>> = {};
    for (const [name, { person, sql }] of Object.entries(reads)) {
      const text = sql(ten?.gyms ?? '');
      const [held, free] = [
        await connect(url, 'authenticated', person),
        await connect(url, 'postgres', person),
      ];
      open.push(held, free);
      const same = await Promise.all([held.unsafe(text), free.unsafe(text)]);
      if (JSON.stringify(same[0]) !== JSON.stringify(same[1]) || same[0].length === 0)
        throw new Error(`${name}: the policies leave other rows than the filter alone.`);
      calls[`${name} | rls`] = () => held.unsafe(text);
      calls[`${name} | none`] = () => free.unsafe(text);
    }
    const times = await timeAll(calls, rounds);
    for (const name of Object.keys(reads)) {
      const [held, free] = [times[`${name} | rls`] ?? [], times[`${name} | none`] ?? []];
      const [a, b] = [percentile(held, 0.5), percentile(free, 0.5)];
      console.log(
        `${name.padEnd(42)} ${a.toFixed(2).padStart(7)} ms with RLS, ${b.toFixed(2).padStart(7)} ms without: ${(a / b).toFixed(2)} ×`,
      );
    }
  } finally {
    await Promise.all(open.map((sql) => sql.end()));
  }
}

/** RLS against no RLS in a database of its own on the server of TEST_DATABASE_URL, which is dropped afterwards. */
export async function benchRls(server: string): Promise<void> {
  const { url, drop } = await createServerDatabase(server);
  try {
    const { database } = await openPostgres(url, { lock: true, grants: true, errors: true, system: true });
    await bootstrap(database);
    await migrateUp(database, join(projectRoot, 'supabase/migrations'));
    await database.close();
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    const began = performance.now();
    await loadTenants(sql);
    await sql.end();
    console.log(
      `\nRLS against no RLS, Postgres 17, 1,000 gyms, 1,000,000 members (loaded in ${((performance.now() - began) / 1000).toFixed(0)} s), median of ${rounds}, query alone with its planning:`,
    );
    await measureReads(url);
  } finally {
    await drop();
  }
}
