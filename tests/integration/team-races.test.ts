import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { openPostgres } from '../../supabase/local/database/open.ts';
import { migrateUp } from '../../supabase/local/migrate/index.ts';
import { testServer } from '../support/pgtap.ts';
import { createServerDatabase } from '../support/server-database.ts';

const server = testServer();
const AT_ONCE = 6;
const ROUNDS = server ? 10 : 2;

type Claims = { sub: string; role: 'authenticated'; aal: string; session_id: string; amr: object[] };
type Call = (sql: postgres.TransactionSql) => Promise<readonly Record<string, unknown>[]>;

/** On a Postgres server when there is one, where transactions really meet; else on the shared backend, one by one. */
describe(`what two do at once, on ${server ? 'Postgres' : 'PGlite'}`, () => {
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
    sql = postgres(url, { max: server ? AT_ONCE : 1, prepare: false, onnotice: () => undefined });
  });

  afterAll(async () => {
    await sql.end();
    await drop();
  });

  /** The answer of a call as a signed-in person, or the code of its refusal. */
  const as = (claims: Claims, call: Call) =>
    sql
      .begin(async (own) => {
        await own`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true), set_config('role', 'authenticated', true)`;
        const [row] = await call(own);
        return row?.answer ?? 'done';
      })
      .catch((error: Error) => error.message);

  /** Claims of a new sign-in of somebody whom Auth knows. */
  async function signIn(id: string, aal = 'aal1'): Promise<Claims> {
    const session_id = randomUUID();
    await sql`insert into auth.sessions (id, user_id, aal, created_at, updated_at) values (${session_id}, ${id}, ${aal}, now(), now())`;
    const amr = [{ method: 'totp', timestamp: Math.floor(Date.now() / 1000) }];
    return { sub: id, role: 'authenticated', aal, session_id, amr };
  }

  async function account(): Promise<{ id: string; email: string }> {
    const id = randomUUID();
    const email = `race-${id}@example.test`;
    await sql`insert into auth.users (id, email, email_confirmed_at) values (${id}, ${email}, now())`;
    return { id, email };
  }

  async function person(role: string, scope: { gym?: string; franchise?: string }) {
    const made = await account();
    await sql`
      insert into public.users (id, email, full_name, role, gym_id, franchise_id)
      values (${made.id}, ${made.email}, 'Race', ${role}, ${scope.gym ?? null}, ${scope.franchise ?? null})`;
    return made;
  }

  async function franchise() {
    const [id, gym] = [randomUUID(), randomUUID()];
    await sql`insert into public.franchises (id, name) values (${id}, 'Races')`;
    await sql`insert into public.gyms (id, name, franchise_id) values (${gym}, 'Races', ${id})`;
    return { id, gym };
  }

  async function invited() {
    const { id, gym } = await franchise();
    const owner = await signIn((await person('franchise_owner', { franchise: id })).id);
    const guest = await account();
    const invitation = await as(
      owner,
      (own) => own`select public.invite_person(${guest.email}, 'Guest', 'gym_staff', ${gym}) as answer`,
    );
    return { owner, guest, gym, invitation: String(invitation) };
  }

  const accept: Call = (own) => own`select public.accept_invitation('Guest', 'fr', '1')`;
  const sorted = async (calls: Promise<unknown>[]) => (await Promise.all(calls)).map(String).sort();

  it('of two acceptances of one invitation, one makes the person', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { guest } = await invited();
      const [here, there] = [await signIn(guest.id), await signIn(guest.id)];
      expect(await sorted([as(here, accept), as(there, accept)])).toEqual(['conflict', 'done']);
    }
  });

  it('an invitation is either accepted or taken back', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { owner, guest, invitation } = await invited();
      const revoke: Call = (own) => own`select public.revoke_invitation(${invitation})`;
      const said = await Promise.all([as(await signIn(guest.id), accept), as(owner, revoke)]);
      expect([
        ['done', 'conflict'],
        ['not_found', 'done'],
      ]).toContainEqual(said.map(String));
    }
  });

  it('two who invite one address make one invitation', async () => {
    const { owner, gym } = await invited();
    const manager = await signIn((await person('gym_manager', { gym })).id);
    const email = `both-${randomUUID()}@example.test`;
    const invite: Call = (own) => own`select public.invite_person(${email}, 'Both', 'gym_staff', ${gym})`;
    expect(await sorted([as(owner, invite), as(manager, invite)])).toEqual(['conflict', 'done']);
  });

  it('the last two owners who depose each other leave one', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, gym } = await franchise();
      const [one, other] = [
        await person('franchise_owner', { franchise: id }),
        await person('franchise_owner', { franchise: id }),
      ];
      const depose = (who: string): Call =>
        round % 2 === 0
          ? (own) => own`select public.set_person_active(${who}, false)`
          : (own) => own`select public.set_person_role(${who}, 'gym_staff', ${gym})`;
      const said = await Promise.all([
        as(await signIn(one.id), depose(other.id)),
        as(await signIn(other.id), depose(one.id)),
      ]);
      expect(said.filter((answer) => answer === 'done')).toHaveLength(1);
      const [left] = await sql`
        select count(*)::int as n from public.users where franchise_id = ${id} and role = 'franchise_owner' and is_active`;
      expect(left?.n).toBe(1);
    }
  });

  it('the last two managers of an independent gym cannot both be deactivated by direct statements', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const gym = randomUUID();
      await sql`insert into public.gyms (id, name) values (${gym}, 'Races')`;
      const both = [await person('gym_manager', { gym }), await person('gym_manager', { gym })];
      const said = await sorted(
        both.map(({ id }) =>
          sql
            .begin((own) => own`update public.users set is_active = false where id = ${id}`)
            .then(
              () => 'done',
              (error: Error) => error.message,
            ),
        ),
      );
      expect(said).toEqual(['done', 'last_owner']);
    }
  });

  async function withCodes() {
    const { id } = await franchise();
    const owner = await person('franchise_owner', { franchise: id });
    await sql`
      insert into auth.mfa_factors (id, user_id, factor_type, status, created_at, updated_at)
      values (${randomUUID()}, ${owner.id}, 'totp', 'verified', now(), now())`;
    const hashes = Array.from({ length: 10 }, (_, n) => n.toString(16).repeat(64));
    const made = await as(
      await signIn(owner.id, 'aal2'),
      (own) => own`select public.replace_recovery_codes(${hashes})`,
    );
    expect(made).toBe('done');
    return owner;
  }
  const redeem =
    (hash: string): Call =>
    (own) =>
      own`select coalesce(r ->> 'reason', 'ok') as answer from public.redeem_recovery_code(${hash}) r`;

  it('one recovery code at once is taken once', async () => {
    const owner = await withCodes();
    const claims = await signIn(owner.id);
    const said = await sorted(Array.from({ length: AT_ONCE }, () => as(claims, redeem('7'.repeat(64)))));
    expect(said.filter((answer) => answer === 'ok')).toHaveLength(1);
    expect(said.filter((answer) => answer === 'wrong').length).toBeGreaterThanOrEqual(AT_ONCE - 1);
  });

  it('wrong recovery codes at once are all counted', async () => {
    const owner = await withCodes();
    const claims = await signIn(owner.id);
    const said = await sorted(Array.from({ length: 12 }, () => as(claims, redeem('f'.repeat(64)))));
    expect(said).toEqual([...Array(7).fill('rate_limited'), ...Array(5).fill('wrong')]);
  });

  it('resets asked for at once are one mail, and each mail is claimed once', async () => {
    const { id } = await franchise();
    const { email } = await person('franchise_owner', { franchise: id });
    await Promise.all(
      Array.from({ length: AT_ONCE }, () => sql`select public.request_password_reset(${email})`),
    );
    const [queued] = await sql`
      select count(*)::int as n from private.outgoing_mails where email = ${email} and error_code is null`;
    expect(queued?.n).toBe(1);
    if (!server) return;
    const claimed = await Promise.all(
      Array.from(
        { length: AT_ONCE },
        () => sql<{ mails: { id: string }[] }[]>`select public.claim_mails(3) as mails`,
      ),
    );
    const ids = claimed.flatMap(([row]) => row?.mails.map((mail) => mail.id) ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(3);
  });
});
