/**
 * A fleet at work: 2,000 kiosks that each send a heartbeat every 30 s (give or take 4) and 20 scans a second between
 * them, for five minutes (`npm run bench:fleet [seconds]`), against a Postgres 17 superuser in TEST_DATABASE_URL, in a
 * database of its own. Calls the SQL verbs as the API does: a pool, a transaction a request, the role and claims set in
 * it. Prints figures and asserts one thing: as many rows as were answered for.
 */
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { openPostgres } from '../../supabase/local/database/open.ts';
import { migrateUp } from '../../supabase/local/migrate/index.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { createServerDatabase, testServer } from '../support/server-database.ts';
import { percentile } from './measure.ts';

const size = { gyms: 500, kiosks: 2_000, members: 20_000, scansASecond: 20, connections: 16 };
const everyMs = 30_000;
const jitterMs = 4_000;
const seconds = Number(process.argv[2] ?? 300);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

interface Tally {
  ms: number[];
  answered: number;
  errors: Map<string, number>;
}
const tally = (): Tally => ({ ms: [], answered: 0, errors: new Map() });

/** Gyms, kiosks with a token each, and members with a badge each. */
async function fill(sql: postgres.Sql): Promise<void> {
  await sql.unsafe('set session_replication_role = replica');
  await sql`insert into public.franchises (id, name) values (md5('fleet')::uuid, 'Fleet')`;
  await sql`insert into public.gyms (id, franchise_id, name, opening_hours)
    select md5('gym' || n)::uuid, md5('fleet')::uuid, 'Gym ' || n, '[]' from generate_series(0, ${size.gyms - 1}) n`;
  await sql`insert into public.kiosks (id, gym_id, slug, name, status)
    select md5('kiosk' || n)::uuid, md5('gym' || n % ${size.gyms}::int)::uuid, 'kiosk-' || n, 'Kiosk ' || n, 'online'
    from generate_series(0, ${size.kiosks - 1}) n`;
  await sql`insert into private.kiosk_credentials (kiosk_id, token_hash, token_issued_at)
    select md5('kiosk' || n)::uuid, encode(sha256(convert_to('kiosk ' || n, 'utf8')), 'hex'), now()
    from generate_series(0, ${size.kiosks - 1}) n`;
  await sql`insert into public.gym_members_v2 (id, gym_id, first_name, last_name, member_since)
    select md5('member' || n)::uuid, md5('gym' || n % ${size.gyms}::int)::uuid, 'Ana', 'Fictive', current_date - 400
    from generate_series(0, ${size.members - 1}) n`;
  await sql`insert into public.member_badges (gym_id, member_id, badge_hash)
    select md5('gym' || n % ${size.gyms}::int)::uuid, md5('member' || n)::uuid,
      encode(sha256(convert_to('badge ' || n, 'utf8')), 'hex')
    from generate_series(0, ${size.members - 1}) n`;
  await sql.unsafe('set session_replication_role = origin');
  await sql.unsafe('vacuum analyze');
}

/** One request as the API makes it; its time is counted from when it was due, waiting for a connection included. */
async function call(
  pool: postgres.Sql,
  to: Tally,
  verb: string,
  args: (string | number | object)[],
): Promise<void> {
  const began = performance.now();
  try {
    await pool.begin(async (sql) => {
      await sql`select set_config('role', 'service_role', true), set_config('request.jwt.claims', '{"role": "service_role"}', true)`;
      const places = args.map((_, place) => `$${place + 1}`).join(', ');
      await sql.unsafe(`select public.${verb}(${places})`, args as postgres.ParameterOrJSON<never>[]);
    });
    to.ms.push(performance.now() - began);
    to.answered += 1;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    to.errors.set(said, (to.errors.get(said) ?? 0) + 1);
  }
}

/** A kiosk that beats until `until`, its first one somewhere in the first 30 s. */
async function kiosk(pool: postgres.Sql, to: Tally, n: number, until: number): Promise<void> {
  const [boot, instance] = [randomUUID(), randomUUID()];
  let beat = 0;
  let due = performance.now() + Math.random() * everyMs;
  while (due < until) {
    await sleep(Math.max(0, due - performance.now()));
    beat += 1;
    await call(pool, to, 'kiosk_heartbeat', [
      hash(`kiosk ${n}`),
      {
        boot_id: boot,
        instance_id: instance,
        version: '0.1.0',
        uptime_s: beat * 30,
        network: 'wifi',
        rtt_ms: 40,
        health: {
          microphone: 'ok',
          speaker: 'ok',
          noise_db: -40 - (beat % 9),
          ladder: 'voice',
          ladder_reason: null,
          latencies_ms: Array.from({ length: 20 }, (_, turn) => 500 + ((turn * 37 + n) % 600)),
          waiting: 0,
        },
        done: [],
      },
    ]);
    due += everyMs + (Math.random() * 2 - 1) * jitterMs;
  }
}

/** 20 scans a second, each of another member at a kiosk of their gym. */
async function scans(pool: postgres.Sql, to: Tally, until: number): Promise<void> {
  const running: Promise<void>[] = [];
  let due = performance.now();
  for (let n = 0; due < until; n++, due += 1_000 / size.scansASecond) {
    await sleep(Math.max(0, due - performance.now()));
    const member = n % size.members;
    const place = member % size.gyms;
    running.push(
      call(pool, to, 'kiosk_scan', [
        hash(`kiosk ${place + size.gyms * (n % (size.kiosks / size.gyms))}`),
        randomUUID(),
        `{${hash(`badge ${member}`)}}`,
        0,
        '{}',
        '{}',
      ]),
    );
  }
  await Promise.all(running);
}

function print(name: string, { ms, answered, errors }: Tally): void {
  const [half, slow, worst] = [0.5, 0.95, 0.999].map((share) => percentile(ms, share).toFixed(1));
  const failed = [...errors].map(([said, times]) => `${times} × ${said}`).join('; ') || 'none';
  console.log(
    `${name.padEnd(12)} ${answered} answered, p50 ${half} ms, p95 ${slow} ms, p99.9 ${worst} ms, errors: ${failed}`,
  );
}

async function bench(url: string): Promise<boolean> {
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  const pool = postgres(url, { max: size.connections, onnotice: () => undefined });
  const [beats, reads] = [tally(), tally()];
  try {
    await fill(admin);
    const until = performance.now() + seconds * 1_000;
    const jobs = setInterval(
      () => void admin`select private.roll_up_heartbeats(), private.check_kiosks_health()`,
      60_000,
    );
    await Promise.all([
      ...Array.from({ length: size.kiosks }, (_, n) => kiosk(pool, beats, n, until)),
      scans(pool, reads, until),
    ]);
    clearInterval(jobs);
    await admin`select private.roll_up_heartbeats(now() + interval '1 minute')`;
    const [found] = await admin<
      { beats: number; scans: number; kiosks: number; hot: number; minutes: number; size: string }[]
    >`
      select (select count(*)::int from private.kiosk_heartbeats) as beats,
        (select count(*)::int from public.badge_scans) as scans,
        (select count(*)::int from public.kiosk_state) as kiosks,
        (select count(*)::int from private.kiosk_minutes) as minutes,
        (select round(100.0 * n_tup_hot_upd / greatest(n_tup_upd, 1))::int from pg_stat_user_tables where relname = 'kiosk_state') as hot,
        (select pg_size_pretty(sum(pg_total_relation_size(inhrelid))) from pg_inherits
          where inhparent = 'private.kiosk_heartbeats'::regclass) as size`;
    console.log(
      `${size.kiosks} kiosks, ${size.scansASecond} scans a second, ${seconds} s, ${size.connections} connections:`,
    );
    print('heartbeats', beats);
    print('scans', reads);
    const [hot, rows] = [found?.hot ?? 0, found?.size ?? ''];
    console.log(
      `state updates that stayed in their page (HOT): ${hot} %, history ${rows}, minutes ${found?.minutes}`,
    );
    const pairs = [
      ['heartbeats', beats.answered, found?.beats],
      ['scans', reads.answered, found?.scans],
      ['kiosks', size.kiosks, found?.kiosks],
    ] as const;
    for (const [name, expected, rowsFound] of pairs)
      console.log(
        `${name.padEnd(12)} rows expected ${expected}, found ${rowsFound}${expected === rowsFound ? '' : ' — NOT EQUAL'}`,
      );
    return pairs.every(([, expected, rowsFound]) => expected === rowsFound);
  } finally {
    await Promise.all([admin.end(), pool.end()]);
  }
}

const server = testServer();
if (!server) throw new Error('bench:fleet needs a Postgres 17 superuser in TEST_DATABASE_URL.');
const { url, drop } = await createServerDatabase(server);
try {
  const { database } = await openPostgres(url, { lock: true, grants: true, errors: true, system: true });
  await bootstrap(database);
  await migrateUp(database, join(projectRoot, 'supabase/migrations'));
  await database.close();
  if (!(await bench(url))) process.exitCode = 1;
} finally {
  await drop();
}
