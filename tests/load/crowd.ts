/**
 * What the heaviest verbs take where kiosks are many (`npm run bench:crowd`): a gym with 400 kiosks, as the wild requests
 * make one, and 40 gyms of a franchise with two each. On PGlite, and on the Postgres 17 of TEST_DATABASE_URL, in a
 * database of its own, one call after the other, each beside the same call at a gym with two kiosks.
 */
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { migrateUp } from '../../supabase/local/migrate/index.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import type { Database, Row } from '../../supabase/local/types.ts';
import { engines, openScratchDatabase } from '../support/scratch-database.ts';
import { percentile, timeAll } from './measure.ts';

const size = { crowd: 400, gyms: 40, members: 2_000 };
const rounds = 12;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Gyms open from 6 to 23, kiosks with a token each, members with a badge each, an owner, a super admin. */
async function fill(database: Database): Promise<void> {
  const hours = JSON.stringify(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '06:00', close: '23:00' })),
  );
  const kiosks = `generate_series(0, ${size.crowd + 2 * size.gyms - 1}) n`;
  const place = `md5('gym' || case when n < ${size.crowd} then 0 else 1 + (n - ${size.crowd}) / 2 end)::uuid`;
  await database.lock((session) =>
    session.run(`
      set session_replication_role = replica;
      insert into public.franchises (id, name) values (md5('crowd')::uuid, 'Crowd');
      insert into public.gyms (id, franchise_id, name, opening_hours)
      select md5('gym' || n)::uuid, md5('crowd')::uuid, 'Gym ' || n, '${hours}' from generate_series(0, ${size.gyms}) n;
      insert into public.kiosks (id, gym_id, slug, name, status)
      select md5('kiosk' || n)::uuid, ${place}, 'kiosk-' || n, 'Kiosk ' || n, 'online' from ${kiosks};
      insert into private.kiosk_credentials (kiosk_id, token_hash, token_issued_at)
      select md5('kiosk' || n)::uuid, encode(sha256(convert_to('kiosk ' || n, 'utf8')), 'hex'), now() from ${kiosks};
      insert into public.gym_members_v2 (id, gym_id, first_name, last_name, member_since)
      select md5('member' || n)::uuid, md5('gym' || n % 2)::uuid, 'Ana', 'Fictive', current_date - 400
      from generate_series(0, ${size.members - 1}) n;
      insert into public.member_badges (gym_id, member_id, badge_hash)
      select m.gym_id, m.id, encode(sha256(convert_to('badge ' || n, 'utf8')), 'hex')
      from generate_series(0, ${size.members - 1}) n join public.gym_members_v2 m on m.id = md5('member' || n)::uuid;
      insert into auth.users (id, email) select md5(r)::uuid, r || '@example.test'
      from unnest('{owner,super_admin}'::text[]) r;
      insert into public.users (id, email, full_name, role, franchise_id)
      values (md5('owner')::uuid, 'owner@example.test', 'Owner', 'franchise_owner', md5('crowd')::uuid),
        (md5('super_admin')::uuid, 'super_admin@example.test', 'Admin', 'super_admin', null);
      insert into auth.sessions (id, user_id, aal, created_at, updated_at)
      select u.id, u.id, 'aal2', now(), now() from public.users u;
      set session_replication_role = origin;
      analyze;
    `),
  );
}

type Call = (database: Database) => Promise<unknown>;

/** One request as the API makes it: a transaction, the role and the claims set in it. */
async function asked(
  database: Database,
  claims: object,
  verb: string,
  parameters: unknown[],
): Promise<Row[]> {
  return database.lock(async (session) => {
    await session.run('begin');
    try {
      await session.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claims)]);
      const places = parameters.map((_, at) => `$${at + 1}`).join(', ');
      const rows = await session.query(`select public.${verb}(${places})`, parameters);
      await session.run('commit');
      return rows;
    } catch (error) {
      await session.run('rollback');
      throw error;
    }
  });
}

const boot = randomUUID();
const stamp = (age: number) => ({ boot_id: boot, boot_ms: 1e9 - age, at: Date.now() - age });
const forms = ['decimal', 'hex', 'decimal_reversed', 'hex_reversed', 'w26', 'h8'];

/** A read in six forms, as the API sends it. */
function read(badge: string, age: number) {
  const hashes = forms.map((_, at) => hash(at === 0 ? badge : `${badge} ${at}`));
  return {
    kind: 'scan',
    event_id: randomUUID(),
    ...stamp(age),
    hashes,
    forms,
    tails: forms.map(() => '1234'),
  };
}

const pick = (count: number) => Math.floor(Math.random() * count);

/** The calls, by name, for the kiosk `kiosk` of the gym `gym`, whose members are every second one. */
function callsAt(kiosk: number, gym: 0 | 1): Record<string, Call> {
  const token = hash(`kiosk ${kiosk}`);
  const member = () => `badge ${2 * pick(size.members / 2) + gym}`;
  const batch = (count: number, badge: () => string) => (database: Database) =>
    asked(database, { role: 'service_role' }, 'kiosk_replay', [
      token,
      { ...stamp(0), entries: Array.from({ length: count }, () => read(badge(), pick(6e8))) },
    ]);
  return {
    'one read': (database) => {
      const { event_id, hashes } = read(member(), 0);
      return asked(database, { role: 'service_role' }, 'kiosk_scan', [token, event_id, hashes]);
    },
    '10 reads that waited': batch(10, member),
    '10 of strangers that waited': batch(10, () => `stranger ${Math.random()}`),
    '100 reads that waited': batch(100, member),
  };
}

const claims = (person: string) => ({
  role: 'authenticated',
  aal: 'aal2',
  sub: md5(person),
  session_id: md5(person),
});
const md5 = (text: string) =>
  createHash('md5')
    .update(text)
    .digest('hex')
    .replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

const lists: Record<string, Call> = {
  'fleet, one gym of 400': (database) => asked(database, claims('owner'), 'list_kiosks', [md5('gym0')]),
  'fleet, one gym of 2': (database) => asked(database, claims('owner'), 'list_kiosks', [md5('gym1')]),
  'fleet, all 41 gyms': (database) => asked(database, claims('owner'), 'list_kiosks', []),
  'gyms of the platform': (database) => asked(database, claims('super_admin'), 'list_gyms', []),
  'check of all kiosks': (database) =>
    database.lock((session) => session.query('select private.check_kiosks_health()')),
};

async function bench(database: Database): Promise<void> {
  await bootstrap(database);
  await migrateUp(database, join(projectRoot, 'supabase/migrations'));
  await fill(database);
  const [crowd, pair] = [callsAt(0, 0), callsAt(size.crowd, 1)];
  const calls = Object.entries({
    ...lists,
    ...Object.fromEntries(Object.entries(pair).map(([name, call]) => [`${name}, 2 kiosks`, call])),
    ...Object.fromEntries(
      Object.entries(crowd).map(([name, call]) => [`${name}, ${size.crowd} kiosks`, call]),
    ),
  });
  const times = await timeAll(
    Object.fromEntries(calls.map(([name, call]) => [name, () => call(database)])),
    rounds,
  );
  console.log(`\n${database.engine}`);
  for (const [name, list] of Object.entries(times))
    console.log(
      `${name.padEnd(42)} p50 ${percentile(list, 0.5).toFixed(1).padStart(7)} ms  p95 ${percentile(list, 0.95).toFixed(1).padStart(7)} ms`,
    );
}

for (const engine of engines) {
  const database = await openScratchDatabase(engine);
  try {
    await bench(database);
  } finally {
    await database.close();
  }
}
