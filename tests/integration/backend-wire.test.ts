import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { type OpenDatabase, openPglite } from '../../supabase/local/database/open.ts';
import { startWire } from '../../supabase/local/database/wire.ts';

let open: OpenDatabase;
let wire: Awaited<ReturnType<typeof startWire>>;

beforeAll(async () => {
  open = await openPglite(undefined, { lock: true, grants: true, errors: true, system: true });
  await bootstrap(open.database);
  await open.database.lock((session) => session.run('create table public.steps (name text)'));
  wire = await startWire(open.session!, 0);
});

afterAll(async () => {
  await wire?.stop();
  await open?.database.close();
});

const client = (max = 1) => postgres(wire.url, { max, onnotice: () => undefined });
const readSteps = () =>
  open.database.lock(async (session) =>
    (await session.query('select name from public.steps')).map((row) => row.name),
  );

test('a transaction over the wire keeps everybody else out until it ends', async () => {
  const sql = client();
  const order: string[] = [];
  let waiting: Promise<unknown> | undefined;
  await sql.begin(async (tx) => {
    await tx`insert into public.steps values ('wire')`;
    waiting = readSteps().then((steps) => order.push(`job saw ${steps.length}`));
    await tx`select pg_sleep(0.05)`;
    order.push('wire');
  });
  await waiting;
  expect(order).toEqual(['wire', 'job saw 1']);
  await sql`delete from public.steps`;
  await sql.end();
});

test('a client that dies in its transaction leaves neither rows nor a held session', async () => {
  const sql = client();
  const reserved = await sql.reserve();
  await reserved`begin`;
  await reserved`insert into public.steps values ('never')`;
  await sql.end({ timeout: 0 });
  expect(await readSteps()).toEqual([]);
});

test('settings a client leaves in the session are nobody else’s', async () => {
  const sql = client();
  await sql.unsafe('set role anon');
  await sql.unsafe('set search_path = pg_catalog');
  const [row] = await open.database.lock((session) =>
    session.query(`select current_user::text as role, current_setting('search_path') as path`),
  );
  expect(row).toEqual({ role: 'postgres', path: '"$user", public, extensions' });
  await sql.end();
});

test('several clients with prepared statements take turns', async () => {
  const sql = client(6);
  const answers = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      const [row] = await sql<{ n: number }[]>`select ${n}::int as n`;
      return row?.n;
    }),
  );
  expect(answers).toEqual(Array.from({ length: 60 }, (_, n) => n));
  await sql.end();
});

test('a statement that fails takes nothing from those sent behind it', async () => {
  const sql = postgres(wire.url, { max: 1, prepare: false, onnotice: () => undefined });
  await sql`create table public.once (n integer primary key)`;
  const said = await Promise.all(
    [1, 1, 2, 2, 3, 3, 4, 4].map((n) =>
      sql`insert into public.once values (${n})`.then(() => 'made').catch(({ code }) => String(code)),
    ),
  );
  expect(said.filter((one) => one === 'made')).toHaveLength(4);
  expect(said.filter((one) => one === '23505')).toHaveLength(4);
  expect((await sql`select n from public.once order by n`).map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  await sql`drop table public.once`;
  await sql.end();
});
