import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { openPostgres } from '../../supabase/local/database/open.ts';
import { migrateUp } from '../../supabase/local/migrate/index.ts';
import { testServer } from '../support/pgtap.ts';
import { createServerDatabase } from '../support/server-database.ts';

const server = testServer();
const WORKERS = 6;
const CONVERSATIONS = 60;
const [gymId, memberId, kioskId] = [randomUUID(), randomUUID(), randomUUID()];

type Claim = { session_id: string; claim_token: string; events_version: number };

/** On a Postgres server when there is one, where workers really run at once; else on the shared backend, one by one. */
describe(`${WORKERS} workers on ${server ? 'Postgres' : 'PGlite'}`, () => {
  let sql: postgres.Sql;
  let drop = async () => {};

  beforeAll(async () => {
    let url = inject('backend').db;
    if (server) {
      const made = await createServerDatabase(server);
      const fixes = { lock: true, grants: true, errors: true, system: true };
      const { database } = await openPostgres(made.url, fixes);
      await bootstrap(database);
      await migrateUp(database, 'supabase/migrations');
      await database.close();
      [url, drop] = [made.url, made.drop];
    }
    sql = postgres(url, { max: server ? WORKERS : 1, prepare: false, onnotice: () => undefined });
    await sql`insert into public.gyms (id, name) values (${gymId}, 'Races')`;
    await sql`insert into public.kiosks (id, gym_id, slug, name) values (${kioskId}, ${gymId}, ${`race-${kioskId}`}, 'Race')`;
    await sql`
      insert into public.gym_members_v2 (id, gym_id, first_name, last_name) values (${memberId}, ${gymId}, 'Race', 'Fictif')`;
    await sql`
      with made as (
        insert into public.openai_realtime_sessions (
          gym_id, kiosk_id, member_id, state, language, started_at, ended_at, end_reason, expires_at, consent
        )
        select ${gymId}, ${kioskId}, ${memberId}, 'closed', 'fr', now() - interval '1 minute', now(), 'goodbye', now(),
          '{"talk": true, "analyse": true, "remember": false}'
        from generate_series(1, ${CONVERSATIONS}) returning id
      )
      insert into public.conversation_summaries (session_id, gym_id, member_id, kiosk_id)
      select id, ${gymId}, ${memberId}, ${kioskId} from made`;
  });

  afterAll(async () => {
    await sql.end();
    await drop();
  });

  it('claim every conversation once, and finish each once, with one alert for the member', async () => {
    const claimed: string[] = [];
    const result = {
      provider: 'builtin',
      model: 'builtin-1',
      language: 'fr',
      summary_text: 'x',
      key_topics: ['showers'],
      sentiment_score: -0.7,
      intents_detected: [],
    };
    const finish = async ({ session_id, claim_token, events_version }: Claim) => {
      const [row] = await sql`
        select public.finish_conversation(${session_id}, ${claim_token}, ${events_version}, ${sql.json(result)}) as done`;
      return row?.done as boolean;
    };
    const work = async () => {
      for (;;) {
        const [row] = await sql<{ claims: Claim[] }[]>`select public.claim_conversations(4) as claims`;
        const claims = row?.claims ?? [];
        if (claims.length === 0) return;
        for (const claim of claims) {
          claimed.push(claim.session_id);
          expect(await Promise.all([finish(claim), finish(claim)])).toEqual(
            expect.arrayContaining([true, false]),
          );
        }
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));

    expect(new Set(claimed).size).toBe(claimed.length);
    const [counted] = await sql`
      select (select count(*)::int from public.conversation_summaries where gym_id = ${gymId} and status = 'done') as done,
        (select array_agg(total_conversations) from public.member_analytics where member_id = ${memberId}) as figures,
        (select count(*)::int from public.manager_alerts where member_id = ${memberId} and alert_type = 'negative_feedback') as alerts`;
    expect(counted).toEqual({ done: CONVERSATIONS, figures: [CONVERSATIONS], alerts: 1 });
  });
});
