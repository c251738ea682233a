import { randomBytes } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { BackendAddress } from '../../supabase/local/types.ts';
import { startBackendProcess } from '../support/backend-process.ts';
import { hashBadge, hashCode, hashToken } from '../support/badges.ts';
import { kioskCalls } from '../support/kiosk-calls.ts';
import { testServer } from '../support/pgtap.ts';

/** Twenty kiosks and members of one gym, made by SQL so that they can live in either backend. */
async function prepare(sql: postgres.Sql, run: string) {
  await sql`
    insert into public.gyms (id, name, subscription_plan) values (${gymId}, ${run}, 'enterprise')`;
  await sql`
    with made as (
      insert into public.kiosks (gym_id, slug, name)
      select ${gymId}, ${`race-${run}-`} || n, 'Race' from generate_series(1, 20) n returning id, slug
    )
    insert into private.kiosk_credentials (kiosk_id, token_hash)
    select id, encode(sha256(convert_to(slug, 'utf8')), 'hex') from made`;
  for (let n = 1; n <= 20; n++)
    await sql`
      with made as (
        insert into public.gym_members_v2 (gym_id, first_name, last_name)
        values (${gymId}, ${`Racer ${n}`}, 'Fictif') returning id
      )
      insert into public.member_badges (gym_id, member_id, badge_hash)
      select ${gymId}, id, ${hashBadge(`${run}-${n}`)} from made`;
  await sql`
    insert into public.gym_classes (id, gym_id, name, minutes, capacity) values (${classId}, ${gymId}, 'Yoga', 60, 5)`;
  await sql`
    insert into public.class_occurrences (id, gym_id, class_id, starts_at, minutes, capacity)
    values (${occurrenceId}, ${gymId}, ${classId}, now() + interval '1 hour', 60, 5)`;
}

const [gymId, classId, occurrenceId] = [
  crypto.randomUUID(),
  crypto.randomUUID(),
  crypto.randomUUID(),
] as const;
const run = randomBytes(3).toString('hex');
const twenty = Array.from({ length: 20 }, (_, n) => n + 1);
const server = testServer();

/** On a Postgres server when there is one, where twenty really run at once; else on the shared backend, one by one. */
describe(`twenty at once on ${server ? 'Postgres' : 'PGlite'}`, () => {
  let address: BackendAddress;
  let stop = async () => {};
  let sql: postgres.Sql;
  const kiosk = (n: number) =>
    kioskCalls(
      createClient(address.url, address.secret_key, { auth: { persistSession: false } }),
      hashToken(`race-${run}-${n}`),
    );

  beforeAll(async () => {
    if (server) {
      const name = `jarvis_race_${run}`;
      const admin = postgres(server, { max: 1, onnotice: () => undefined });
      await admin.unsafe(`create database ${name}`);
      const url = new URL(server);
      url.pathname = `/${name}`;
      const backend = await startBackendProcess({ cron: false, databaseUrl: url.href });
      address = backend.address;
      stop = async () => {
        await backend.stop();
        await admin.unsafe(`drop database ${name} with (force)`);
        await admin.end();
      };
    } else address = inject('backend');
    sql = postgres(address.db, { max: 1, prepare: false, onnotice: () => undefined });
    await prepare(sql, run);
  });

  afterAll(async () => {
    await sql.end();
    await stop();
  });

  it('never overbook a class of five', async () => {
    await Promise.all(twenty.map((n) => kiosk(n).start(hashBadge(`${run}-${n}`))));
    const answers = await Promise.all(
      twenty.map((n) =>
        kiosk(n).tool('book', 'book_class', { occurrence_id: occurrenceId, confirmed: true }),
      ),
    );
    const statuses = answers.map(({ data }) => (data.result as { status: string } | undefined)?.status);
    expect(statuses.filter((status) => status === 'booked')).toHaveLength(5);
    expect(statuses.filter((status) => status === 'full')).toHaveLength(15);
    const [kept] =
      await sql`select count(*)::int as n from public.class_bookings where occurrence_id = ${occurrenceId}`;
    expect(kept?.n).toBe(5);
  });

  it('sending one tool call are one booking', async () => {
    const [free] = await sql`
      insert into public.class_occurrences (gym_id, class_id, starts_at, minutes, capacity)
      values (${gymId}, ${classId}, now() + interval '5 hours', 60, 5) returning id`;
    const answers = await Promise.all(
      twenty.map(() => kiosk(1).tool('again', 'book_class', { occurrence_id: free?.id, confirmed: true })),
    );
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[0]?.data).toMatchObject({ ok: true, result: { status: 'booked' } });
  });

  const tokenOf = (n: number) => ({ p_call_token_hash: hashToken(`call-${run}-${n}`) });

  it('asking for a voice hold no more than the budget of their gym', async () => {
    await sql`insert into private.voice_budgets (gym_id, usd) values (${gymId}, 5)`;
    const answers = await Promise.all(
      twenty.map((n) => kiosk(n).call('kiosk_issue_call_token', { ...tokenOf(n), p_provider: 'openai' })),
    );
    const given = answers.filter(({ refusal }) => !refusal);
    const refused = answers.filter(({ refusal }) => refusal?.message === 'budget_spent');
    const [held] = await sql`
      select sum(reserved_usd) <= 5 as fits, count(*) filter (where reserved_usd > 0)::int as n
      from public.openai_realtime_sessions where gym_id = ${gymId}`;
    expect(held).toEqual({ fits: true, n: given.length });
    expect(given.length).toBeGreaterThanOrEqual(3);
    expect(refused).toHaveLength(20 - given.length);
  });

  it('using one token open one call', async () => {
    await sql`delete from private.voice_budgets where gym_id = ${gymId}`;
    const issued = await kiosk(1).call('kiosk_issue_call_token', { ...tokenOf(1), p_provider: 'openai' });
    expect(issued.refusal).toBeNull();
    const answers = await Promise.all(twenty.map(() => kiosk(1).call('kiosk_begin_call', tokenOf(1))));
    expect(answers.filter(({ refusal }) => !refusal)).toHaveLength(1);
    expect(answers.filter(({ refusal }) => refusal?.message === 'conflict')).toHaveLength(19);
  });

  it('reading one badge are one visit', async () => {
    const badge = hashBadge(`${run}-guest`);
    await sql`
      with made as (
        insert into public.gym_members_v2 (gym_id, first_name, last_name) values (${gymId}, 'Guest', 'Fictif') returning id
      )
      insert into public.member_badges (gym_id, member_id, badge_hash) select ${gymId}, id, ${badge} from made`;
    const scans = await Promise.all(twenty.map((n) => kiosk(n).scan(badge, { ageMs: n * 1000 })));
    expect(scans.filter(({ data }) => data.outcome === 'welcome')).toHaveLength(1);
    expect(scans.filter(({ data }) => data.outcome === 'repeat')).toHaveLength(19);
    const [kept] = await sql`
      select count(*)::int as n from public.gym_visits v join public.gym_members_v2 m on m.id = v.member_id
      where v.gym_id = ${gymId} and m.first_name = 'Guest'`;
    expect(kept?.n).toBe(1);
  });

  it('starting on one kiosk leave one open conversation', async () => {
    await Promise.allSettled(twenty.map((n) => kiosk(7).start(hashBadge(`${run}-${n}`))));
    const [kept] = await sql`
      select count(*) filter (where s.state <> 'closed')::int as open, count(*) filter (where s.end_reason = 'replaced')::int as replaced
      from public.openai_realtime_sessions s join public.kiosks k on k.id = s.kiosk_id where k.slug = ${`race-${run}-7`}`;
    expect(kept).toEqual({ open: 1, replaced: 20 });
  });

  it('closing one conversation close it once', async () => {
    const closes = await Promise.all(twenty.map(() => kiosk(7).close('goodbye')));
    expect(closes.filter(({ data }) => data.closed === true)).toHaveLength(1);
    expect(closes.every(({ refusal }) => refusal === null)).toBe(true);
  });

  it('with one code pair one device', async () => {
    await sql`
      update private.kiosk_credentials c set code_hash = ${hashCode('ABC234')}, code_expires_at = now() + interval '1 minute'
      from public.kiosks k where k.id = c.kiosk_id and k.slug = ${`race-${run}-9`}`;
    const client = createClient(address.url, address.secret_key, { auth: { persistSession: false } });
    const answers = await Promise.all(
      twenty.map((n) =>
        client.rpc('kiosk_provision', {
          p_slug: `race-${run}-9`,
          p_code_hash: hashCode('ABC234'),
          p_token_hash: hashToken(`device ${n}`),
        }),
      ),
    );
    expect(answers.filter(({ data }) => data?.status === 'ok')).toHaveLength(1);
    expect(answers.filter(({ data }) => data?.status === 'used')).toHaveLength(19);
  });

  it('guessing a code have five tries between them', async () => {
    await sql`
      update private.kiosk_credentials c set
        code_hash = ${hashCode('ABC234')}, code_expires_at = now() + interval '1 minute', code_used_at = null, wrong_attempts = 0
      from public.kiosks k where k.id = c.kiosk_id and k.slug = ${`race-${run}-9`}`;
    const client = createClient(address.url, address.secret_key, { auth: { persistSession: false } });
    const answers = await Promise.all(
      twenty.map((n) =>
        client.rpc('kiosk_provision', {
          p_slug: `race-${run}-9`,
          p_code_hash: hashCode(`WRONG${n}`),
          p_token_hash: hashToken('thief'),
        }),
      ),
    );
    expect(answers.filter(({ data }) => data?.status === 'wrong')).toHaveLength(4);
    expect(answers.filter(({ data }) => data?.status === 'locked')).toHaveLength(16);
  });
});
