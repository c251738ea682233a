import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BackendProcess, startBackendProcess } from '../support/backend-process.ts';
import { type Client, signIn, sql } from '../support/clients.ts';
import { testServer } from '../support/pgtap.ts';
import { createServerDatabase } from '../support/server-database.ts';
import {
  createFranchise,
  createGym,
  createKiosk,
  createMember,
  createStaff,
  type Person,
} from '../support/tenants.ts';
import { totp } from '../support/totp.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

const reason = 'Le lecteur de badges ne répond plus';

let franchise: { id: string; name: string };
let gym: { id: string; name: string };
let sister: { id: string; name: string };
let manager: Person;
let owner: Person;

beforeAll(async () => {
  appEnvironment();
  franchise = await createFranchise();
  gym = await createGym({ franchise_id: franchise.id });
  sister = await createGym({ franchise_id: franchise.id });
  manager = await createStaff({ role: 'gym_manager', gym });
  owner = await createStaff({ role: 'franchise_owner', franchise });
  for (const place of [gym, sister]) {
    const kiosk = await createKiosk(place);
    const member = await createMember(place);
    await sql()`
      insert into public.openai_realtime_sessions (gym_id, kiosk_id, member_id, language, expires_at, consent)
      values (${place.id}, ${kiosk.id}, ${member.id}, 'fr', now() + interval '1 hour', '{"talk": true}')`;
  }
});

let admin: Person;
/** The super admin's browser, and their token used past the app. */
let browser: Visitor;
let direct: Client;

beforeEach(async () => {
  admin = await createStaff({ role: 'super_admin', full_name: 'Root Person' });
  direct = await signIn(admin);
  browser = await signedIn(admin);
});

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  if (person.totpSecret) {
    await sql()`update auth.mfa_factors set last_totp_step = null where user_id = ${person.id}`;
    const { status } = await visitor.post('/api/auth/mfa', { code: await totp(person.totpSecret) });
    expect(status).toBe(204);
  }
  return visitor;
}

const open = (body: object) => browser.post('/api/dashboard/support', { reason, ...body });

async function talksAt(place: { id: string }): Promise<number> {
  const { data, error } = await direct.from('openai_realtime_sessions').select('id').eq('gym_id', place.id);
  if (error) throw error;
  return data.length;
}

async function actorOf(person: Person) {
  const { data, error } = await (await signIn(person)).rpc('get_actor');
  if (error) throw error;
  return data as { visitors: unknown[]; support: unknown };
}

describe('a support access', () => {
  it('opens one gym to the super admin, tells the customer, and ends at once', async () => {
    expect(await talksAt(gym)).toBe(0);
    const { status, body } = await open({ gym_id: gym.id });
    expect(status).toBe(201);
    expect(await talksAt(gym)).toBe(1);
    expect(await talksAt(sister)).toBe(0);
    expect((await actorOf(manager)).visitors).toMatchObject([
      { name: 'Root Person', gym_id: gym.id, franchise_id: null, may_write: false },
    ]);
    const { data: told } = await (await signIn(owner)).from('support_access').select('id, reason, ended_at');
    expect(told).toEqual([{ id: body.id, reason, ended_at: null }]);

    expect((await browser.call('DELETE', `/api/dashboard/support/${String(body.id)}`)).status).toBe(204);
    expect(await talksAt(gym)).toBe(0);
    expect((await actorOf(manager)).visitors).toEqual([]);
    await sql()`delete from public.support_access where id = ${String(body.id)}`;
  });

  it('opens a franchise with all its gyms, one access at a time, and is over when its time is', async () => {
    expect((await open({ franchise_id: franchise.id, minutes: 60, may_write: true })).status).toBe(201);
    expect([await talksAt(gym), await talksAt(sister)]).toEqual([1, 1]);
    expect((await open({ gym_id: gym.id })).body).toMatchObject({ status: 409, code: 'conflict' });
    await sql()`
      update public.support_access set opened_at = opened_at - interval '1 hour', expires_at = now() - interval '1 second'
      where admin_id = ${admin.id}`;
    expect([await talksAt(gym), await talksAt(sister)]).toEqual([0, 0]);
    expect((await open({ gym_id: gym.id })).status).toBe(201);
  });

  it('two requests at once open one', async () => {
    const answers = await Promise.all([open({ gym_id: gym.id }), open({ gym_id: sister.id })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('needs a code of the second factor that is fresh', async () => {
    const [old] = await sql()`
      update auth.mfa_amr_claims set created_at = created_at - interval '11 minutes', updated_at = updated_at - interval '11 minutes'
      where authentication_method = 'totp'
        and session_id in (select id from auth.sessions where user_id = ${admin.id}) returning id`;
    expect(old).toBeDefined();
    const { error } = await direct.auth.refreshSession();
    expect(error).toBeNull();
    const { error: refused } = await direct.rpc('open_support_access', {
      p_gym_id: gym.id,
      p_reason: reason,
    });
    expect(refused?.message).toBe('mfa_stale');
    expect((await direct.from('gyms').select('id').eq('id', gym.id)).data).toHaveLength(1);
  });

  it.each([
    [{}, 'gym_id'],
    [{ gym_id: crypto.randomUUID(), franchise_id: crypto.randomUUID() }, 'gym_id'],
    [{ gym_id: crypto.randomUUID(), minutes: 61 }, 'minutes'],
    [{ gym_id: crypto.randomUUID(), reason: '   court   ' }, 'reason'],
  ])('refuses %j and names the field', async (body, field) => {
    expect((await open(body)).body).toMatchObject({
      status: 422,
      code: 'invalid_input',
      errors: [{ field }],
    });
  });

  it('finds no unknown gym, and no access of somebody else', async () => {
    expect((await open({ gym_id: crypto.randomUUID() })).status).toBe(404);
    const { body } = await open({ gym_id: gym.id });
    const other = await signedIn(await createStaff({ role: 'super_admin' }));
    const path = `/api/dashboard/support/${String(body.id)}` as const;
    expect((await other.call('DELETE', path)).status).toBe(404);
    expect((await other.call('DELETE', '/api/dashboard/support/nothing')).status).toBe(404);
  });

  it.each(['gym_staff', 'gym_manager'] as const)('is nothing for %s', async (role) => {
    const person = await createStaff({ role, gym });
    const { status } = await (await signedIn(person)).post('/api/dashboard/support', {
      gym_id: gym.id,
      reason,
    });
    expect(status).toBe(403);
    const { error } = await (await signIn(person)).from('support_access').insert({
      admin_id: person.id,
      gym_id: gym.id,
      reason,
      expires_at: new Date(Date.now() + 600_000).toISOString(),
    } as never);
    expect(error?.code).toBe('42501');
  });
});

describe('the audit as a file', () => {
  it('names who visited and where, for the customer and for the platform', async () => {
    await open({ gym_id: gym.id, may_write: true });
    const { error } = await direct.from('gyms').update({ price_note: '29 €' }).eq('id', gym.id);
    expect(error).toBeNull();
    const { status, headers, body } = await (await signedIn(manager)).call(
      'GET',
      `/api/dashboard/audit/export?gym=${gym.id}&entity=gyms&action=update`,
    );
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/csv');
    const [header, ...lines] = String(body.text).trim().split('\r\n');
    expect(header).toContain(
      'Date;Par;Action;Objet;Identifiant;Champs modifiés;Salle;Pendant l’accès d’assistance',
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(
      `;"Root Person, JARVIS";Modification;Salle;${gym.id};price_note;${gym.name};"Root Person, ${gym.name}"`,
    );
  });

  it('is asked for a scope that the reader has', async () => {
    const asks = async (person: Person, query: string) =>
      (await (await signedIn(person)).call('GET', `/api/dashboard/audit/export?${query}`)).status;
    const foreign = await createGym();
    expect(await asks(manager, '')).toBe(404);
    expect(await asks(manager, `gym=${foreign.id}`)).toBe(404);
    expect(await asks(manager, `gym=${sister.id}`)).toBe(404);
    expect(await asks(manager, `franchise=${franchise.id}`)).toBe(404);
    expect(await asks(manager, 'scope=platform')).toBe(403);
    expect(await asks(owner, `franchise=${franchise.id}`)).toBe(200);
    expect(await asks(owner, 'scope=platform')).toBe(403);
    expect(await asks(await createStaff({ role: 'gym_staff', gym }), `gym=${gym.id}`)).toBe(403);
    expect((await browser.call('GET', '/api/dashboard/audit/export?scope=platform')).status).toBe(200);
  });
});

const server = testServer();

/** Needs a server: on PGlite nothing happens at once. */
describe.each(server ? [server] : [])('support accesses asked for at once on a server', (address) => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  let backend: BackendProcess;
  let db: postgres.Sql;
  let claims: string;
  let gyms: string[];

  beforeAll(async () => {
    database = await createServerDatabase(address);
    backend = await startBackendProcess({ databaseUrl: database.url });
    db = postgres(database.url, { max: 20, onnotice: () => undefined });
    const id = crypto.randomUUID();
    const session = crypto.randomUUID();
    await db`insert into auth.users (id, email) values (${id}, 'root@example.test')`;
    await db`
      insert into public.users (id, email, full_name, role) values (${id}, 'root@example.test', 'Root', 'super_admin')`;
    await db`
      insert into auth.sessions (id, user_id, aal, created_at, updated_at) values (${session}, ${id}, 'aal2', now(), now())`;
    const made = await db<{ id: string }[]>`
      insert into public.gyms (name) select 'Gym ' || n from generate_series(1, 20) n returning id`;
    gyms = made.map((gym) => gym.id);
    const timestamp = Math.floor(Date.now() / 1000);
    const amr = [{ method: 'totp', timestamp }];
    claims = JSON.stringify({ sub: id, role: 'authenticated', aal: 'aal2', session_id: session, amr });
  });

  afterAll(async () => {
    await db?.end();
    await backend?.stop();
    await database?.drop();
  });

  it('of twenty one opens, and the nineteen others are told why', async () => {
    const asked = await Promise.allSettled(
      gyms.map((gym) =>
        db.begin(async (t) => {
          await t`select set_config('request.jwt.claims', ${claims}, true)`;
          await t`set local role authenticated`;
          await t`select public.open_support_access(${gym}, null, 'Vingt demandes à la fois')`;
        }),
      ),
    );
    const refused = asked.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as Error).message] : [],
    );
    expect(refused).toEqual(Array.from({ length: 19 }, () => 'conflict'));
    const [{ open } = { open: 0 }] = await db`select count(*)::int as open from public.support_access`;
    expect(open).toBe(1);
  });
});
