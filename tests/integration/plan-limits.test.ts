import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { openPostgres } from '../../supabase/local/database/open.ts';
import { migrateUp } from '../../supabase/local/migrate/index.ts';
import { testServer } from '../support/pgtap.ts';
import { createServerDatabase } from '../support/server-database.ts';

const server = testServer();
const AT_ONCE = 8;
const eight = Array.from({ length: AT_ONCE }, (_, n) => n);

/** On a Postgres server when there is one, where transactions really meet; else on the shared backend, one by one. */
describe(`the last place of a plan, on ${server ? 'Postgres' : 'PGlite'}`, () => {
  let sql: postgres.Sql;
  let drop = async () => {};
  let most: { gyms: number; kiosks: number; conversations: number; budget_usd: string };

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
    sql = postgres(url, { max: server ? AT_ONCE : 1, prepare: false, onnotice: () => undefined });
    const [starter] = await sql<(typeof most)[]>`
      select gyms, kiosks, conversations, budget_usd from private.plans where plan = 'starter'`;
    if (!starter) throw new Error('There is no smallest plan.');
    most = starter;
  });

  afterAll(async () => {
    await sql.end();
    await drop();
  });

  const said = (work: Promise<unknown>) =>
    work.then(() => 'made').catch((error: postgres.PostgresError) => `${error.message} ${error.detail}`);

  async function franchise(plan = 'starter', gyms = 1): Promise<{ id: string; gyms: string[] }> {
    const id = randomUUID();
    await sql`insert into public.franchises (id, name, subscription_plan) values (${id}, 'Races', ${plan})`;
    const made = await sql<{ id: string }[]>`
      insert into public.gyms (name, franchise_id) select 'Gym ' || n, ${id} from generate_series(1, ${gyms}::int) n
      returning id`;
    return { id, gyms: made.map((gym) => gym.id) };
  }

  const kiosks = (gym: string, count: number) => sql<{ id: string }[]>`
    insert into public.kiosks (gym_id, slug, name)
    select ${gym}, 'race-' || gen_random_uuid(), 'Race' from generate_series(1, ${count}::int) returning id`;

  const count = (answers: string[], answer: string) => answers.filter((one) => one === answer).length;

  it('is taken by one of eight gyms', async () => {
    const customer = await franchise('starter', most.gyms - 1);
    const answers = await Promise.all(
      eight.map((n) =>
        said(sql`insert into public.gyms (name, franchise_id) values (${`Race ${n}`}, ${customer.id})`),
      ),
    );
    expect([count(answers, 'made'), count(answers, 'plan_limit gyms')]).toEqual([1, AT_ONCE - 1]);
  });

  it('is taken by one of eight kiosks, at whichever gym of the franchise', async () => {
    const customer = await franchise('starter', 2);
    const [first, second] = customer.gyms;
    await kiosks(first!, most.kiosks - 1);
    const answers = await Promise.all(eight.map((n) => said(kiosks(n % 2 ? first! : second!, 1))));
    expect([count(answers, 'made'), count(answers, 'plan_limit kiosks')]).toEqual([1, AT_ONCE - 1]);
  });

  it('is taken by two of eight gyms that move in, when a bigger plan holds both', async () => {
    const customer = await franchise('pro', 8);
    const guests = await Promise.all(eight.map(() => franchise()));
    const answers = await Promise.all(
      guests.map(({ gyms }) =>
        said(sql`update public.gyms set franchise_id = ${customer.id} where id = ${gyms[0]!}`),
      ),
    );
    expect([count(answers, 'made'), count(answers, 'plan_limit gyms')]).toEqual([2, AT_ONCE - 2]);
  });

  it('is never beside a smaller plan: the change or the kiosk goes first', async () => {
    const customer = await franchise('pro');
    const gym = customer.gyms[0]!;
    await kiosks(gym, most.kiosks);
    const [changed, added] = await Promise.all([
      said(sql`update public.franchises set subscription_plan = 'starter' where id = ${customer.id}`),
      said(kiosks(gym, 1)),
    ]);
    expect([changed, added].sort()).toEqual(['made', 'plan_limit kiosks']);
  });

  /** Kiosks of one gym, and a month in which `used` conversations were held that cost `dollars` each. */
  async function busyGym(used: number, dollars = 0): Promise<{ gym: string; kiosks: string[] }> {
    const gym = randomUUID();
    await sql`
      insert into public.gyms (id, name, subscription_plan) values (${gym}, 'Busy', 'enterprise')`;
    const made = await kiosks(gym, AT_ONCE);
    await sql`
      insert into public.openai_realtime_sessions
        (gym_id, kiosk_id, language, state, ended_at, end_reason, expires_at, consent, cost_usd)
      select ${gym}, ${made[0]!.id}, 'fr', 'closed', now(), 'goodbye', now(),
        '{"talk": true, "analyse": false, "remember": false}', ${dollars} from generate_series(1, ${used}::int)`;
    // Its kiosks are more than the plan holds; what is there stays, only what comes is refused.
    await sql.begin(async (own) => {
      await own`set local session_replication_role = replica`;
      await own`update public.gyms set subscription_plan = 'starter' where id = ${gym}`;
    });
    return { gym, kiosks: made.map(({ id }) => id) };
  }

  const talk = (gym: string, kiosk: string) =>
    said(sql`
      insert into public.openai_realtime_sessions (gym_id, kiosk_id, language, expires_at, consent)
      values (${gym}, ${kiosk}, 'fr', now() + interval '5 minutes', '{"talk": true, "analyse": false, "remember": false}')`);

  it('is taken by one of eight conversations', async () => {
    const busy = await busyGym(most.conversations - 1);
    const answers = await Promise.all(busy.kiosks.map((kiosk) => talk(busy.gym, kiosk)));
    expect([count(answers, 'made'), count(answers, 'plan_limit conversations')]).toEqual([1, AT_ONCE - 1]);
  });

  it.each([
    ['under the budget', -0.000000001, 'made'],
    ['at the budget', 0, 'plan_limit budget'],
    ['over the budget', 0.000000001, 'plan_limit budget'],
  ])('%s a conversation is %s dollars away: %s', async (_where, more, answer) => {
    const busy = await busyGym(1, Number(most.budget_usd) + more);
    expect(await talk(busy.gym, busy.kiosks[0]!)).toBe(answer);
  });
});
