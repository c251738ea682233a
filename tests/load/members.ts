import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { openPostgres } from '../../supabase/local/database/open.ts';
import { migrateUp } from '../../supabase/local/migrate/index.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { createServerDatabase, testServer } from '../support/server-database.ts';
import { percentile, timeAll } from './measure.ts';
import { bigGym, loadMembers, managerClaims } from './members-data.ts';

interface Ask {
  filter?: Record<string, unknown>;
  sort?: string;
  /** Pages to walk before the one that counts. */
  after?: number;
}

/** Everything that a manager does with the list, each as the page asks for it. */
const interactions: Record<string, Ask> = {
  'first page, by risk': {},
  'first page, by name': { sort: 'name' },
  'first page, by last visit': { sort: 'last_visit' },
  'first page, by end': { sort: 'ends' },
  'next page, by risk': { after: 1 },
  'next page, by name': { sort: 'name', after: 1 },
  'next page, by last visit': { sort: 'last_visit', after: 1 },
  'next page, by end': { sort: 'ends', after: 1 },
  'tenth page, by risk': { after: 9 },
  'view: at risk': { filter: { view: 'at_risk' } },
  'view: new': { filter: { view: 'new' } },
  'view: ending': { filter: { view: 'ending' } },
  'view: no badge': { filter: { view: 'no_badge' } },
  'view: away': { filter: { view: 'away' } },
  'view: away, by last visit': { filter: { view: 'away' }, sort: 'last_visit' },
  'level: low': { filter: { level: 'low' } },
  'level: medium': { filter: { level: 'medium' } },
  'level: high': { filter: { level: 'high' } },
  'level: critical': { filter: { level: 'critical' } },
  type: { filter: { type: 'Annuel étudiant' } },
  'state: active': { filter: { state: 'active' } },
  'state: suspended': { filter: { state: 'suspended' } },
  'state: ended': { filter: { state: 'ended' } },
  'state: deleted': { filter: { state: 'deleted' } },
  'kind: staff': { filter: { kind: 'staff' } },
  'last visit between two days': { filter: { visited_from: '2026-11-01', visited_to: '2026-11-08' } },
  'consent: analyse': { filter: { consent: 'analyse' } },
  'search: a last name': { filter: { search: 'martinet' } },
  'search: a first name': { filter: { search: 'camille' } },
  'search: both, without accents': { filter: { search: 'elodie dufevre' } },
  'search: a typo (belkasem)': { filter: { search: 'belkasem' } },
  'search: nobody': { filter: { search: 'xqzwjk' } },
  'search: two letters': { filter: { search: 'be' } },
  'search: a printed badge': { filter: { search: 'B4242' } },
  'search: a phone': { filter: { search: '06 00 00 12 34' } },
  'search: a part of a phone': { filter: { search: '0642' } },
};

async function connect(url: string, role: 'authenticated' | 'postgres') {
  const sql = postgres(url, { max: 1, prepare: false, onnotice: () => undefined });
  await sql.unsafe(`set search_path = "$user", public, extensions; set jit = off`);
  await sql`select set_config('request.jwt.claims', ${managerClaims}, false)`;
  await sql.unsafe(`set role ${role}`);
  return sql;
}

const literal = (value: string | null) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);
const call = ({ filter = {}, sort }: Ask, cursor: string | null) =>
  `select public.list_members('${bigGym}', ${literal(JSON.stringify(filter))}, ${literal(sort ?? null)}, ${literal(cursor)}) as it`;

async function cursorOf(sql: postgres.Sql, ask: Ask): Promise<string | null> {
  let cursor: string | null = null;
  for (let page = 0; page < (ask.after ?? 0); page++) {
    const rows: { it: { next_cursor: string | null } }[] = await sql.unsafe(call(ask, cursor));
    cursor = rows[0]?.it.next_cursor ?? null;
  }
  return cursor;
}

/** The statement that finds the page's members, alone, as the owner of the tables runs it. */
async function bareQuery(
  admin: postgres.Sql,
  { filter = {}, sort }: Ask,
  cursor: string | null,
): Promise<string> {
  const order = sort ?? (filter.search ? 'match' : 'risk');
  const [row] = await admin.unsafe<{ text: string }[]>(
    `select private.member_page_sql('${bigGym}', ${literal(JSON.stringify(filter))}, '${order}',
       private.read_cursor(${literal(cursor)}, '${order}'), 51, true) as text`,
  );
  return row?.text ?? '';
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  Plans?: PlanNode[];
}
const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];

/** Throws when a call reads all of a large table in any of the statements inside it. */
async function refuseWholeTables(url: string, statement: string): Promise<void> {
  const plans: PlanNode[] = [];
  const sql = postgres(url, {
    max: 1,
    prepare: false,
    onnotice: ({ message }) => {
      const json = /plan:\s*(\{[\s\S]*\})$/.exec(message ?? '')?.[1];
      if (json) plans.push((JSON.parse(json) as { Plan: PlanNode }).Plan);
    },
  });
  await sql.unsafe(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
    set auto_explain.log_format = json; set auto_explain.log_level = notice; set search_path = "$user", public, extensions`);
  await sql`select set_config('request.jwt.claims', ${managerClaims}, false)`;
  await sql.unsafe('set role authenticated');
  await sql.unsafe(statement);
  await sql.end();
  const nodes = plans.flatMap(flat);
  const big = /^(gym_members_v2|member_analytics|member_badges|member_consents|gym_visits)$/;
  const bad = nodes.find((node) => node['Node Type'] === 'Seq Scan' && big.test(node['Relation Name'] ?? ''));
  if (bad) throw new Error(`${statement}\nreads all of ${bad['Relation Name']}.`);
}

/** What the page's own statement reads: `Index Scan by_risk_idx`. */
async function scansOf(free: postgres.Sql, bare: string): Promise<string> {
  const [row] = await free.unsafe<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(`explain (format json) ${bare}`);
  const nodes = row ? flat(row['QUERY PLAN'][0].Plan).filter((node) => node['Index Name']) : [];
  const words = nodes.map(
    (node) => `${node['Node Type']} ${node['Index Name']?.replace('gym_members_v2_', '')}`,
  );
  return [...new Set(words)].filter((word) => !/pkey|_key$/.test(word)).join(', ');
}

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '30' },
    only: { type: 'string' },
  },
});
const server = testServer();
if (!server) {
  console.error('The figures are of Postgres 17: name a server that may be written to in TEST_DATABASE_URL.');
  process.exit(1);
}
const { url, drop } = await createServerDatabase(server);
try {
  const { database } = await openPostgres(url, { lock: true, grants: true, errors: true, system: true });
  await bootstrap(database);
  await migrateUp(database, join(projectRoot, 'supabase/migrations'));
  await database.close();
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  await loadMembers(admin, Number(values.members));
  const [held, free] = [await connect(url, 'authenticated'), await connect(url, 'postgres')];
  // As the verb's own functions have it.
  await free.unsafe('set pg_trgm.word_similarity_threshold = 0.4; set enable_seqscan = off');
  console.log(`One gym of ${values.members} members, and as many in a hundred others.`);
  console.log(
    '| interaction | p50 ms | p95 ms | ratio without policies | its page query alone, ms | reads |',
  );
  for (const [name, ask] of Object.entries(interactions)) {
    if (values.only && !name.includes(values.only)) continue;
    const cursor = await cursorOf(held, ask);
    const text = call(ask, cursor);
    const bare = await bareQuery(admin, ask, cursor);
    await refuseWholeTables(url, text);
    const times = await timeAll(
      { rls: () => held.unsafe(text), none: () => free.unsafe(text), bare: () => free.unsafe(bare) },
      Number(values.rounds),
    );
    const [p50, p95] = [percentile(times.rls, 0.5), percentile(times.rls, 0.95)];
    const cells = [p50.toFixed(1), p95.toFixed(1), (p50 / percentile(times.none, 0.5)).toFixed(2)];
    cells.push(percentile(times.bare, 0.5).toFixed(1));
    console.log(`| ${[name, ...cells, await scansOf(free, bare)].join(' | ')} |`);
  }
  await Promise.all([held.end(), free.end(), admin.end()]);
} finally {
  await drop();
}
