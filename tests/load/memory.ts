/**
 * Search by meaning (`npm run bench:memory`): gyms of several sizes and two models in one table, against a Postgres 17
 * superuser in TEST_DATABASE_URL, in a database of its own. For each gym and model the ten nearest of twenty questions:
 * read exactly, through the model's graph, and as the search itself chooses. Prints medians in milliseconds and
 * recall@10; asserts nothing.
 */
import { join } from 'node:path';
import postgres from 'postgres';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { openPostgres } from '../../supabase/local/database/open.ts';
import { migrateUp } from '../../supabase/local/migrate/index.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { createServerDatabase, testServer } from '../support/server-database.ts';
import { percentile, timeAll } from './measure.ts';

/** Conversations of each gym, half by each model. */
const gyms = [100, 200, 300, 400, 1_000, 2_000, 8_000];
const models = ['builtin-1', 'text-embedding-3-small'];
const questions = 20;
const rounds = 5;

/** Each talk is one of forty subjects and two of a hundred turns of phrase; a question is a subject and one of its own. */
async function fill(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`set session_replication_role = replica; select setseed(0.5);
    create table parts as
    select kind, n, ('[' || string_agg(round(((random() + random() + random() - 1.5) * strength)::numeric, 4)::text, ',') || ']')::extensions.vector as part
    from (values ('subject', 40, 1.0), ('phrase', 100, 0.7), ('question', ${questions}, 0.7)) as kinds (kind, many, strength)
    cross join lateral generate_series(1, many) n cross join lateral generate_series(1, 1536) place
    group by kind, n;
    insert into public.franchises (id, name) values (md5('memory')::uuid, 'Memory')`);
  for (const size of gyms) {
    await sql`insert into public.gyms (id, franchise_id, name) values (md5('gym' || ${size}::int)::uuid, md5('memory')::uuid, 'Gym ' || ${size}::int)`;
    await sql`insert into public.conversation_summaries (session_id, gym_id, status, provider, model, language, summary_text, key_topics,
        sentiment_score, sentiment_label, processed_at, embedding_model, embedding)
      select md5(${size}::int || ' ' || t.n)::uuid, md5('gym' || ${size}::int)::uuid, 'done', 'builtin', 'builtin-1', 'fr', 'summary', '{}', 0,
        'neutral', now(), (${models}::text[])[1 + t.n % 2], s.part operator(extensions.+) a.part operator(extensions.+) b.part
      from (
        select n, 1 + floor(random() * 40)::int as subject, 1 + floor(random() * 100)::int as one, 1 + floor(random() * 100)::int as other
        from generate_series(1, ${size}::int) n
      ) t
      join parts s on s.kind = 'subject' and s.n = t.subject
      join parts a on a.kind = 'phrase' and a.n = t.one
      join parts b on b.kind = 'phrase' and b.n = t.other`;
  }
  await sql.unsafe(`create table questions as select q.n, q.part operator(extensions.+) s.part as sought
    from parts q join parts s on s.kind = 'subject' and s.n = q.n where q.kind = 'question';
    set session_replication_role = origin`);
  await sql.unsafe('vacuum analyze');
}

type Ids = { session_id: string }[];

/** The three ways to the ten nearest of one question in one gym by one model. */
function waysOf(sql: postgres.Sql, size: number, model: string) {
  const search = (n: number) => sql<Ids>`select session_id from private.nearest_conversations(
    md5('gym' || ${size}::int)::uuid, ${model}, (select sought from questions where n = ${n}), null, null, null, null, null, 10)`;
  return {
    exact: (n: number) => sql<Ids>`with own as materialized (
        select session_id, embedding operator(extensions.<=>) (select sought from questions where n = ${n}) as distance
        from public.conversation_summaries where gym_id = md5('gym' || ${size}::int)::uuid and embedding_model = ${model}
      ) select session_id from own order by distance limit 10`,
    search,
    graph: async (n: number) => {
      await sql`set enable_sort = off`;
      const found = await search(n);
      await sql`reset enable_sort`;
      return found;
    },
  };
}

async function bench(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const began = performance.now();
    await fill(sql);
    const total = gyms.reduce((sum, size) => sum + size, 0);
    console.log(`${total} conversations, filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    for (const size of gyms) {
      for (const model of models) {
        const ways = waysOf(sql, size, model);
        const hits = { search: 0, graph: 0 };
        for (let n = 1; n <= questions; n += 1) {
          const exact = new Set((await ways.exact(n)).map(({ session_id }) => session_id));
          for (const way of ['search', 'graph'] as const)
            hits[way] += (await ways[way](n)).filter(({ session_id }) => exact.has(session_id)).length;
        }
        let turn = 0;
        const next = () => 1 + (turn++ % questions);
        const times = await timeAll(
          {
            exact: () => ways.exact(next()),
            graph: () => ways.graph(next()),
            search: () => ways.search(next()),
          },
          rounds * 4,
        );
        const [exact, graph, chosen] = [times.exact, times.graph, times.search].map((list) =>
          percentile(list, 0.5).toFixed(1).padStart(6),
        );
        const recall = (way: keyof typeof hits) => (hits[way] / (questions * 10)).toFixed(3);
        console.log(
          `gym of ${String(size / 2).padStart(5)} by ${model.padEnd(22)} exact ${exact} ms, graph ${graph} ms recall ${recall('graph')}, the search ${chosen} ms recall ${recall('search')}`,
        );
      }
    }
  } finally {
    await sql.end();
  }
}

const server = testServer();
if (!server) throw new Error('bench:memory needs a Postgres 17 superuser in TEST_DATABASE_URL.');
const scratch = await createServerDatabase(server);
try {
  const { database } = await openPostgres(scratch.url, {
    lock: true,
    grants: true,
    errors: true,
    system: true,
  });
  await bootstrap(database);
  await migrateUp(database, join(projectRoot, 'supabase/migrations'));
  await database.close();
  await bench(scratch.url);
} finally {
  await scratch.drop();
}
