import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn, sql } from '../support/clients.ts';
import { createFranchise, createGym, createKiosk, createStaff, type Person } from '../support/tenants.ts';
import { totp } from '../support/totp.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

let admin: Person;
let browser: Visitor;

beforeAll(async () => {
  appEnvironment();
  admin = await createStaff({ role: 'super_admin', full_name: 'Root Person' });
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

const change = (id: string, what: 'plan' | 'trial' | 'suspension', body: object, visitor = browser) =>
  visitor.call('PUT', `/api/admin/customers/${id}/${what}`, body);
const save = (id: string, body: object, visitor = browser) =>
  visitor.call('PUT', `/api/admin/customers/drafts/${id}`, body);
const create = (id: string, visitor = browser) => visitor.post(`/api/admin/customers/drafts/${id}/customer`);
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const answers = (more: object = {}) => ({
  step: 'summary',
  kind: 'franchise',
  name: `Côte Ouest ${randomUUID().slice(0, 8)}`,
  city: 'Nantes',
  language: 'fr',
  plan: 'pro',
  trial_ends_on: dayFromNow(30),
  owner_name: 'Ève Quillan',
  owner_email: `${randomUUID()}@example.test`,
  owner_language: 'fr',
  gym_name: 'Nantes Graslin',
  gym_city: 'Nantes',
  gym_language: 'fr',
  timezone: 'Europe/Paris',
  kiosk_name: 'Entrée',
  kiosk_place: 'Porte principale',
  ...more,
});

describe('a new customer', () => {
  it('is drawn up in steps and made once, however often it is asked for', async () => {
    const id = randomUUID();
    const { step: _, ...rest } = answers();
    expect((await save(id, { step: 'plan', kind: rest.kind, name: rest.name })).status).toBe(204);
    expect((await create(id)).body).toMatchObject({
      code: 'invalid_input',
      errors: [{ field: 'city', code: 'invalid' }],
    });
    expect((await save(id, { step: 'summary', ...rest })).status).toBe(204);
    const made = await Promise.all([create(id), create(id), create(id)]);
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    const [row] = await sql()`
      select (select count(*)::int from public.franchises where name = ${rest.name}) as franchises,
        (select count(*)::int from public.gyms where franchise_id = f.id) as gyms,
        (select count(*)::int from public.invitations where franchise_id = f.id) as invitations,
        (select count(*)::int from private.outgoing_mails where email = ${rest.owner_email}) as mails
      from public.franchises f where f.id = ${String(made[0]!.body.id)}`;
    expect(row).toEqual({ franchises: 1, gyms: 1, invitations: 1, mails: 1 });
    expect((await save(id, { step: 'plan', plan: 'starter' })).body).toMatchObject({ code: 'conflict' });
  });

  it.each([
    ['kind', 'chain'],
    ['plan', 'gold'],
    ['owner_email', 'eve@nowhere'],
    ['trial_ends_on', '2027-02-31'],
    ['name', 'x'.repeat(121)],
    ['step', 'end'],
    ['role', 'super_admin'],
  ])('is refused an answer to %s that is %s', async (field, value) => {
    const { status, body } = await save(randomUUID(), { ...answers(), [field]: value });
    expect([status, body.code]).toEqual([422, 'invalid_input']);
  });

  it('leaves nothing when the owner’s address is taken', async () => {
    const id = randomUUID();
    const wanted = answers({ owner_email: admin.email });
    await save(id, wanted);
    expect((await create(id)).body).toMatchObject({ code: 'conflict' });
    expect(await sql()`select 1 from public.franchises where name = ${wanted.name}`).toHaveLength(0);
  });

  it('that was discarded is made of nothing, and comes back when it is taken back', async () => {
    const id = randomUUID();
    await save(id, answers());
    const discard = (discarded: boolean) =>
      browser.call('PUT', `/api/admin/customers/drafts/${id}/discarded`, { discarded });
    expect((await discard(true)).status).toBe(204);
    expect((await create(id)).status).toBe(409);
    expect((await discard(false)).status).toBe(204);
    expect((await create(id)).status).toBe(201);
  });
});

describe('a customer', () => {
  it('changes its plan, but not into one that is too small', async () => {
    const franchise = await createFranchise();
    for (let n = 0; n < 3; n++) await createGym({ franchise_id: franchise.id });
    expect((await change(franchise.id, 'plan', { plan: 'pro' })).status).toBe(204);
    const refused = await change(franchise.id, 'plan', { plan: 'starter' });
    expect([refused.status, refused.body.code, refused.body.errors]).toEqual([
      409,
      'plan_limit',
      [{ field: 'gyms', code: 'limit' }],
    ]);
  });

  it('has a trial with a last day', async () => {
    const gym = await createGym();
    expect((await change(gym.id, 'trial', { ends_on: dayFromNow(5) })).status).toBe(204);
    expect((await change(gym.id, 'trial', { ends_on: '2020-01-01' })).body).toMatchObject({
      code: 'invalid_input',
      errors: [{ field: 'ends_on', code: 'invalid' }],
    });
    expect((await change(gym.id, 'trial', { ends_on: null })).status).toBe(204);
  });

  it('on hold is read and not changed, at the desk and past the app; its kiosks are closed', async () => {
    const gym = await createGym();
    const manager = await createStaff({ role: 'gym_manager', gym });
    const kiosk = await createKiosk(gym);
    const desk = await signedIn(manager);
    const direct = await signIn(manager);
    const code = () => desk.post(`/api/dashboard/kiosks/${kiosk.id}/code`);
    const write = async () =>
      (await direct.from('gyms').update({ phone: '01 00 00 00 00' }).eq('id', gym.id).select('id')).data
        ?.length;
    expect([(await code()).status, await write()]).toEqual([200, 1]);

    expect((await change(gym.id, 'suspension', { suspended: true, reason: 'x' })).status).toBe(422);
    expect((await change(gym.id, 'suspension', { suspended: true, reason: 'Impayé' })).status).toBe(204);
    expect((await code()).body).toMatchObject({ code: 'customer_suspended' });
    expect(await write()).toBe(0);
    expect((await direct.from('kiosks').select('id').eq('gym_id', gym.id)).data).toHaveLength(1);
    const [screen] = await sql()<{ status: string }[]>`
      select private.kiosk_screen(${kiosk.id}) #>> '{gym,status}' as status`;
    expect(screen?.status).toBe('suspended');
    expect((await change(gym.id, 'suspension', { suspended: true, reason: 'Encore' })).status).toBe(409);

    expect((await change(gym.id, 'suspension', { suspended: false })).status).toBe(204);
    expect([(await code()).status, await write()]).toEqual([200, 1]);
    const [told] = await sql()`
      select count(*)::int as lines from public.audit_logs
      where entity = 'gyms' and entity_id = ${gym.id} and actor_id = ${admin.id} and 'status' = any (changed)`;
    expect(told?.lines).toBe(2);
  });

  it('is nobody’s to change but the platform’s', async () => {
    const franchise = await createFranchise();
    const gym = await createGym({ franchise_id: franchise.id });
    const people = await Promise.all([
      createStaff({ role: 'franchise_owner', franchise }),
      createStaff({ role: 'gym_manager', gym }),
      createStaff({ role: 'gym_staff', gym }),
    ]);
    for (const person of people) {
      const visitor = await signedIn(person);
      const refused = [
        await change(franchise.id, 'plan', { plan: 'enterprise' }, visitor),
        await change(franchise.id, 'trial', { ends_on: null }, visitor),
        await change(franchise.id, 'suspension', { suspended: false }, visitor),
        await save(randomUUID(), answers(), visitor),
        await create(randomUUID(), visitor),
        await visitor.call('GET', '/api/admin/customers/export'),
      ];
      expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
      const direct = await signIn(person);
      const { error } = await direct.rpc('list_customers');
      expect(error?.message).toBe('forbidden');
    }
    expect((await change(gym.id, 'plan', { plan: 'pro' })).status).toBe(404);
    expect((await change(randomUUID(), 'plan', { plan: 'pro' })).status).toBe(404);
  });

  it('is in the file of all customers, without a formula that a spreadsheet would run', async () => {
    const name = `=1+1 ${randomUUID().slice(0, 8)}`;
    await createGym({ name });
    const { status, body, headers } = await browser.call(
      'GET',
      `/api/admin/customers/export?search=${encodeURIComponent(name)}`,
    );
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(body.text).toContain(`'${name}`);
    expect(String(body.text).trim().split('\r\n')).toHaveLength(2);
  });
});
