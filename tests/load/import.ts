import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { guessColumns } from '../../lib/members/import/guess-columns.ts';
import { planImport, planVisits } from '../../lib/members/import/plan.ts';
import type { ImportRow } from '../../lib/members/import/read-row.ts';
import { readTable } from '../../lib/members/import/read-table.ts';
import type { VisitRow } from '../../lib/members/import/read-visit.ts';
import { fileLimits } from '../../lib/members/import/limits.ts';
import { keyedHash } from '../../lib/utils/keyed-hash.ts';
import { badgeForms } from '../../lib/members/badge-forms.ts';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { openPostgres } from '../../supabase/local/database/open.ts';
import { migrateUp } from '../../supabase/local/migrate/index.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { createServerDatabase, testServer } from '../support/server-database.ts';
import { percentile } from './measure.ts';

const BATCH = 500;
const VISITS_BATCH = 1000;
const KEY = 'a key for figures, thirty-two bytes';
const [gym, person, signIn] = [1, 2, 3].map((n) => `0000000${n}-0000-4000-8000-000000000000`);

/** A list as a French club exports it: semicolons, Windows-1252, thirteen columns. */
function list(first: number, rows: number): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: rows }, (_, place) => {
    const n = first + place;
    const day = String((n % 28) + 1).padStart(2, '0');
    return `C${n};LEFÈVRE${n};Noémie;${day}/07/1990;noemie${n}@example.test;06${String(n).padStart(8, '0')};${3_000_000_000 + n};Annuel;actif;${day}/01/2024;31/12/2027;Lille;`;
  });
  const header =
    'Id client;Nom;Prénom;Date de naissance;E-mail;Portable;Badge;Formule;Statut;Inscrit le;Fin;Ville;Notes';
  return Uint8Array.from([header, ...lines].join('\r\n'), (letter) => letter.charCodeAt(0));
}

async function read(file: Uint8Array<ArrayBuffer>): Promise<ImportRow[]> {
  const table = await readTable(file);
  const mapping = guessColumns(table).map(({ field }) => field);
  const { rows, bad } = planImport(table, mapping, { today: '2026-11-21', dialsZero: true, answers: {} });
  if (bad.length > 0) throw new Error(`${bad.length} rows of the list are bad: ${bad[0]?.code}`);
  return rows;
}

/** The row as the route hands it to the database. */
function stored({ badge, ...row }: ImportRow) {
  const forms = badge ? badgeForms(badge) : null;
  const hashes = forms?.ok ? forms.canonical.map((form) => keyedHash('badge', form, KEY)) : [];
  return { ...row, badge_id: badge, badge_hashes: hashes };
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = performance.now();
  const answer = await work();
  return [performance.now() - began, answer];
}

/** Imports rows as the gym's manager, a batch after the other, each in a transaction of its own; milliseconds. */
async function importRows(sql: postgres.Sql, rows: ImportRow[], expected: 'new' | 'same'): Promise<number> {
  const [milliseconds, counted] = await timed(async () => {
    const [started] = await sql<{ id: string }[]>`
      select public.start_import(${gym!}, 'list.csv', 'list', '[]', ${rows.length}) as id`;
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH).map(stored);
      await sql`select public.import_rows(${started!.id}, ${sql.json(batch as unknown as postgres.JSONValue)})`;
    }
    const [ended] = await sql<
      { it: Record<string, unknown> }[]
    >`select public.finish_import(${started!.id}) as it`;
    return ended!.it;
  });
  if (counted[expected] !== rows.length || counted.state !== 'done')
    throw new Error(`The import counted ${JSON.stringify(counted)} instead of ${rows.length} ${expected}.`);
  return milliseconds;
}

/** The passages of a year: each member comes now and then, most rows are a visit of their own. */
function passages(members: number, rows: number): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: rows }, (_, n) => {
    const round = Math.floor(n / members);
    const at = new Date(Date.UTC(2026, 10, 20 - round * 3, 7 + (n % 14), n % 60));
    const [day, time] = [
      at.toISOString().slice(0, 10).split('-').reverse().join('/'),
      at.toISOString().slice(11, 19),
    ];
    return `C${(n % members) + 1};${day} ${time};`;
  });
  return new TextEncoder().encode(['Id client;Date de passage;Sortie', ...lines].join('\r\n'));
}

async function readVisits(file: Uint8Array<ArrayBuffer>): Promise<VisitRow[]> {
  const table = await readTable(file, fileLimits.visits);
  const mapping = guessColumns(table, 'visits').map(({ field }) => field);
  const { rows, bad } = planVisits(table, mapping, {
    today: '2026-11-21',
    timeZone: 'Europe/Paris',
    answers: {},
  });
  if (bad.length > 0) throw new Error(`${bad.length} visits of the list are bad: ${bad[0]?.code}`);
  return rows;
}

/** Imports visits as the gym's manager; milliseconds of all, and of the last step alone. */
async function importVisits(
  sql: postgres.Sql,
  rows: VisitRow[],
  expected: 'new' | 'same',
): Promise<{ all: number; finish: number; id: string }> {
  const began = performance.now();
  const [started] = await sql<{ id: string }[]>`
    select public.start_import(${gym!}, 'visits.csv', 'visits:list', '[]', ${rows.length}, '[]', 'visits') as id`;
  for (let from = 0; from < rows.length; from += VISITS_BATCH) {
    const batch = rows.slice(from, from + VISITS_BATCH);
    await sql`select public.import_visits(${started!.id}, ${sql.json(batch as unknown as postgres.JSONValue)})`;
  }
  const [finish, [ended]] = await timed(
    () => sql<{ it: Record<string, unknown> }[]>`select public.finish_import(${started!.id}) as it`,
  );
  if (ended!.it[expected] !== rows.length || ended!.it.state !== 'done')
    throw new Error(`The import counted ${JSON.stringify(ended!.it)} instead of ${rows.length} ${expected}.`);
  return { all: performance.now() - began, finish, id: started!.id };
}

/** Takes the import that is named back, a batch after the other; milliseconds. */
async function undoVisits(sql: postgres.Sql, id: string, expected: number): Promise<number> {
  const [milliseconds, removed] = await timed(async () => {
    for (let sum = 0; ; ) {
      const [answer] = await sql<
        { it: { removed: number; left: number } }[]
      >`select public.undo_import(${id}) as it`;
      sum += answer!.it.removed;
      if (answer!.it.left === 0) return sum;
    }
  });
  if (removed !== expected) throw new Error(`The undo removed ${removed} visits instead of ${expected}.`);
  return milliseconds;
}

/** Takes the oldest import back, a batch after the other; milliseconds. */
async function undoFirst(sql: postgres.Sql, expected: number): Promise<number> {
  const [first] = await sql<
    { id: string }[]
  >`select id from public.member_imports order by created_at limit 1`;
  const [milliseconds, removed] = await timed(async () => {
    for (let sum = 0; ; ) {
      const [answer] = await sql<{ it: { removed: number; left: number } }[]>`
        select public.undo_import(${first!.id}) as it`;
      sum += answer!.it.removed;
      if (answer!.it.left === 0) return sum;
    }
  });
  if (removed !== expected) throw new Error(`The undo removed ${removed} members instead of ${expected}.`);
  return milliseconds;
}

async function prepare(url: string): Promise<postgres.Sql> {
  const { database } = await openPostgres(url, { lock: true, grants: true, errors: true, system: true });
  await bootstrap(database);
  await migrateUp(database, join(projectRoot, 'supabase/migrations'));
  await database.close();
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`
    insert into public.gyms (id, name) values ('${gym}', 'Figures');
    insert into auth.users (id, email, email_confirmed_at) values ('${person}', 'manager@example.test', now());
    insert into public.users (id, email, full_name, role, gym_id) values ('${person}', 'manager@example.test', 'Manager', 'gym_manager', '${gym}');
    insert into auth.sessions (id, user_id, aal, created_at, updated_at) values ('${signIn}', '${person}', 'aal1', now(), now());
    set search_path = "$user", public, extensions;`);
  const claims = { sub: person, role: 'authenticated', aal: 'aal1', session_id: signIn };
  await sql`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, false)`;
  await sql.unsafe('set role authenticated');
  return sql;
}

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '10000' }, visits: { type: 'string', default: '100000' } },
});
const server = testServer();
if (!server) {
  console.error('The figures are of Postgres 17: name a server that may be written to in TEST_DATABASE_URL.');
  process.exit(1);
}
const { url, drop } = await createServerDatabase(server);
try {
  const sql = await prepare(url);
  const count = Number(values.rows);
  const [reading, rows] = await timed(() => read(list(1, count)));
  const first = await importRows(sql, rows, 'new');
  const again = await importRows(sql, rows, 'same');
  const small: number[] = [];
  for (let round = 0; round < 20; round++)
    small.push(await importRows(sql, await read(list(count + 1 + round * 100, 100)), 'new'));
  const many = Number(values.visits);
  const [readingVisits, came] = await timed(() => readVisits(passages(count, many)));
  const visits = await importVisits(sql, came, 'new');
  const visitsAgain = await importVisits(sql, came, 'same');
  const visitsBack = await undoVisits(sql, visits.id, many);
  const back = await undoFirst(sql, count);
  const say = (what: string, milliseconds: number) =>
    console.log(`${what.padEnd(52)} ${milliseconds.toFixed(0).padStart(7)} ms`);
  say(`${count} rows: read, mapped and checked`, reading);
  say(`${count} rows: imported into an empty gym`, first);
  say(`${count} rows: imported again, nothing changed`, again);
  say(`100 rows into a gym of ${count}: p50`, percentile(small, 0.5));
  say(`100 rows into a gym of ${count}: p95`, percentile(small, 0.95));
  say(`${count} rows: taken back`, back);
  say(`${many} visits: read, mapped and checked`, readingVisits);
  say(`${many} visits: imported (${Math.round((many / visits.all) * 1_000)} rows/s)`, visits.all);
  say(`${many} visits: of that, figures of the members`, visits.finish);
  say(`${many} visits: imported again, nothing new`, visitsAgain.all);
  say(`${many} visits: taken back`, visitsBack);
  await sql.end();
} finally {
  await drop();
}
