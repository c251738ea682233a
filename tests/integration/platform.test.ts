import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { franchiseFilter, listFranchises } from '@/lib/franchises';
import { getGym, gymFilter, listGyms } from '@/lib/gyms';
import { listUsers, userFilter } from '@/lib/users';
import { signIn, sql } from '../support/clients.ts';
import { createFranchise, createGym, createKiosk, createStaff, type Person } from '../support/tenants.ts';
import { totp } from '../support/totp.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

let franchise: { id: string; name: string };
let gym: { id: string; name: string };
let manager: Person;
let owner: Person;
let admin: Person;
let browser: Visitor;

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  if (person.totpSecret) {
    const { status } = await visitor.post('/api/auth/mfa', { code: await totp(person.totpSecret) });
    expect(status).toBe(204);
  }
  return visitor;
}

beforeAll(async () => {
  appEnvironment();
  franchise = await createFranchise({ city: 'Lille' });
  gym = await createGym({ franchise_id: franchise.id });
  manager = await createStaff({ role: 'gym_manager', gym });
  owner = await createStaff({ role: 'franchise_owner', franchise });
  admin = await createStaff({ role: 'super_admin' });
  browser = await signedIn(admin);
});

type Path = `/api/${string}`;
const put = (path: Path, body: object, by = browser) => by.call('PUT', path, body);
const version = async (table: 'gyms' | 'franchises', id: string) =>
  (
    await sql()<{ at: string }[]>`
      select to_json(updated_at)#>>'{}' as at from public.${sql()(table)} where id = ${id}`
  )[0]!.at;

describe('the platform’s lists', () => {
  it('find what was just made, with its figures', async () => {
    const db = await signIn(admin);
    await createKiosk(gym);
    const franchises = await listFranchises(db, franchiseFilter({ search: franchise.name }));
    expect(franchises.rows).toMatchObject([
      { id: franchise.id, city: 'Lille', gyms: 1, kiosks: 1, owners: 1 },
    ]);
    const gyms = await listGyms(db, gymFilter({ franchise: franchise.id }));
    expect(gyms.rows.map(({ id }) => id)).toEqual([gym.id]);
    const users = await listUsers(db, userFilter({ customer: franchise.id, sort: 'created' }));
    expect(users.rows.map(({ id }) => id).sort()).toEqual([manager.id, owner.id].sort());
  });

  it('leave as files, in the reader’s language and with the list’s filters', async () => {
    for (const [path, named] of [
      [`franchises/export?search=${encodeURIComponent(franchise.name)}`, franchise.name],
      [`gyms/export?franchise=${franchise.id}`, gym.name],
      [`users/export?customer=${franchise.id}&role=gym_manager`, manager.email],
    ] as const) {
      const { status, headers, body } = await browser.call('GET', `/api/admin/${path}`);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toContain('text/csv');
      const lines = String(body.text).trim().split('\r\n');
      expect(lines).toHaveLength(2);
      expect(lines[1]).toContain(named);
    }
  });

  it('refuse a customer that is none before the file begins', async () => {
    for (const path of [`gyms/export?franchise=${randomUUID()}`, `users/export?customer=${randomUUID()}`])
      expect((await browser.call('GET', `/api/admin/${path}`)).status).toBe(404);
  });
});

describe('what the platform changes', () => {
  it('opens a gym in a franchise, and says which field is wrong', async () => {
    const path = `/api/admin/franchises/${franchise.id}/gyms` as const;
    const made = await browser.post(path, { name: ' Roubaix ', city: 'Roubaix' });
    expect(made.status).toBe(201);
    const [row] =
      await sql()`select name, city, franchise_id from public.gyms where id = ${String(made.body.id)}`;
    expect(row).toEqual({ name: 'Roubaix', city: 'Roubaix', franchise_id: franchise.id });
    const wrong = await browser.post(path, { name: ' ' });
    expect([wrong.status, wrong.body.errors]).toEqual([422, [expect.objectContaining({ field: 'name' })]]);
  });

  it('stops where the plan does, for two at once too', async () => {
    const small = await createFranchise({ subscription_plan: 'starter' });
    await createGym({ franchise_id: small.id });
    const path = `/api/admin/franchises/${small.id}/gyms` as const;
    const answers = await Promise.all([1, 2].map((n) => browser.post(path, { name: `Salle ${n}` })));
    const refused = answers.find(({ status }) => status !== 201);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(refused?.body.code).toBe('plan_limit');
  });

  it('adds a kiosk whose code pairs it', async () => {
    const made = await browser.post(`/api/admin/gyms/${gym.id}/kiosks`, { name: 'Entrée', location: 'Hall' });
    expect(made.status).toBe(201);
    const code = await browser.post(`/api/dashboard/kiosks/${String(made.body.id)}/code`, {});
    expect(code.body.code).toMatch(/^[A-Z2-9]{6}$/);
    const paired = await new Visitor().post('/api/kiosk/provision', {
      slug: made.body.slug,
      code: code.body.code,
    });
    expect(paired.status).toBe(204);
  });

  it('does not write over what somebody else saved meanwhile', async () => {
    for (const [path, table, id] of [
      [`/api/admin/gyms/${gym.id}`, 'gyms', gym.id],
      [`/api/admin/franchises/${franchise.id}`, 'franchises', franchise.id],
    ] as const) {
      const seen = await version(table, id);
      const first = await put(path, { version: seen, city: 'Douai' });
      expect([first.status, first.body]).toEqual([200, { updated_at: await version(table, id) }]);
      const late = await put(path, { version: seen, city: 'Lens' });
      expect([late.status, late.body.code]).toEqual([409, 'conflict']);
      expect((await put(path, { version: first.body.updated_at, city: 'Lens' })).status).toBe(200);
    }
  });

  it('puts a gym into maintenance, which its kiosks hear at their next heartbeat', async () => {
    const place = await createGym();
    const kiosk = await createKiosk(place);
    const screen = async () =>
      (
        await sql()<{ screen: { gym: object } }[]>`
          select public.kiosk_heartbeat(${kiosk.tokenHash}, '{}') as screen`
      )[0]!.screen.gym;
    const path = `/api/admin/gyms/${place.id}/maintenance` as const;
    expect((await put(path, { on: true, message: 'De retour à 14 h' })).status).toBe(204);
    expect(await screen()).toMatchObject({ status: 'maintenance', maintenance_message: 'De retour à 14 h' });
    const db = await signIn(admin);
    expect((await getGym(db, place.id)).maintenance).toMatchObject({ message: 'De retour à 14 h' });
    expect((await put(path, { on: false })).status).toBe(204);
    expect(await screen()).toMatchObject({ status: 'active', maintenance_message: null });
    await sql()`update public.gyms set status = 'suspended' where id = ${place.id}`;
    const held = await put(path, { on: true });
    expect(held.body.code).toBe('customer_suspended');
  });

  it('invites a colleague, and a super admin alone does', async () => {
    const guest = { email: `${randomUUID()}@example.test`, full_name: 'Alix Root', role: 'super_admin' };
    const path = '/api/dashboard/team/invitations';
    expect((await (await signedIn(owner)).post(path, guest)).status).toBe(403);
    expect((await browser.post(path, guest)).status).toBe(201);
    const { rows } = await listUsers(await signIn(admin), userFilter({ search: guest.email }));
    expect(rows).toMatchObject([{ kind: 'invitation', role: 'super_admin', place: null, state: 'invited' }]);
  });
});

describe('everybody else', () => {
  it('is refused on every route, whatever it names', async () => {
    for (const person of [manager, owner]) {
      const by = await signedIn(person);
      for (const list of ['franchises', 'gyms', 'users'])
        expect((await by.call('GET', `/api/admin/${list}/export`)).status).toBe(403);
      const seen = await version('gyms', gym.id);
      for (const answer of [
        await put(`/api/admin/gyms/${gym.id}`, { version: seen, name: 'A' }, by),
        await put(`/api/admin/gyms/${gym.id}/maintenance`, { on: true }, by),
        await put(`/api/admin/franchises/${franchise.id}`, { version: seen, shares_access: true }, by),
        await by.post(`/api/admin/franchises/${franchise.id}/gyms`, { name: 'A' }),
        await by.post(`/api/admin/gyms/${gym.id}/kiosks`, { name: 'A' }),
      ])
        expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    }
  });

  it('finds no unknown gym or franchise', async () => {
    const seen = '2026-01-01T00:00:00Z';
    for (const answer of [
      await put(`/api/admin/gyms/${randomUUID()}`, { version: seen, name: 'A' }),
      await put('/api/admin/gyms/none/maintenance', { on: true }),
      await put(`/api/admin/franchises/${randomUUID()}`, { version: seen, name: 'A' }),
      await browser.post(`/api/admin/gyms/${randomUUID()}/kiosks`, { name: 'A' }),
    ])
      expect(answer.status).toBe(404);
  });
});
