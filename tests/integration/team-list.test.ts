import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { listTeam } from '@/lib/team';
import { signIn, sql } from '../support/clients.ts';
import { createFranchise, createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

let gym: { id: string; name: string };
let sister: { id: string; name: string };
let foreign: { id: string };
let owner: Person;
let manager: Person;
let staff: Person;

beforeAll(async () => {
  appEnvironment();
  const franchise = await createFranchise();
  gym = await createGym({ franchise_id: franchise.id });
  sister = await createGym({ franchise_id: franchise.id });
  foreign = await createGym();
  owner = await createStaff({ role: 'franchise_owner', franchise });
  manager = await createStaff({ role: 'gym_manager', gym });
  staff = await createStaff({ role: 'gym_staff', gym });
});

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

async function invited(by: Visitor, place = gym): Promise<string> {
  const { status, body } = await by.post('/api/dashboard/team/invitations', {
    email: `${randomUUID()}@example.test`,
    full_name: 'Alix Morel',
    role: 'gym_staff',
    gym_id: place.id,
  });
  expect(status).toBe(201);
  return String(body.id);
}

const list = async (person: Person, place: { id: string }) => listTeam(await signIn(person), place.id);

describe('the list of the team', () => {
  it('is the gym for its manager, the franchise for its owner', async () => {
    await invited(await signedIn(manager));
    const [near, wide] = [await list(manager, gym), await list(owner, gym)];
    expect(near.people.map(({ id }) => id).sort()).toEqual([manager.id, staff.id].sort());
    expect(near.invitations.every(({ gym_id }) => gym_id === gym.id)).toBe(true);
    expect(near.grants).toEqual({
      roles: ['gym_manager', 'gym_staff'],
      gyms: [{ id: gym.id, name: gym.name }],
      franchise: null,
    });
    expect(wide.people.map(({ id }) => id)).toEqual(expect.arrayContaining([owner.id, manager.id, staff.id]));
    expect(wide.grants.gyms.map(({ id }) => id)).toEqual([gym.id, sister.id]);
    expect(wide.invitations.length).toBeGreaterThan(0);
  });

  it('says when somebody was last seen, to those in charge alone', async () => {
    const seen = async (by: Person) =>
      (await list(by, gym)).people.find(({ id }) => id === manager.id)?.last_seen_at ?? null;
    expect(Date.now() - Date.parse(String(await seen(manager)))).toBeLessThan(120_000);
    expect(await seen(staff)).toBeNull();
    expect((await list(staff, gym)).invitations).toEqual([]);
  });

  it('follows what the page does: closed, opened again, moved away', async () => {
    const person = await createStaff({ role: 'gym_staff', gym });
    const by = await signedIn(owner);
    const put = (body: object) => by.call('PUT', `/api/dashboard/team/${person.id}`, body);
    const shown = async () => (await list(manager, gym)).people.find(({ id }) => id === person.id);
    expect(await shown()).toMatchObject({ is_active: true, may_change: true });
    expect((await put({ active: false })).status).toBe(204);
    expect(await shown()).toMatchObject({ is_active: false, may_change: true });
    expect((await put({ active: true })).status).toBe(204);
    expect((await put({ role: 'gym_staff', gym_id: sister.id })).status).toBe(204);
    expect(await shown()).toBeUndefined();
  });

  it('of another customer is not found, whoever asks', async () => {
    for (const person of [staff, manager, owner])
      for (const id of [foreign.id, randomUUID()])
        await expect(list(person, { id }), person.role).rejects.toMatchObject({ code: 'not_found' });
    await expect(list(manager, sister)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is one question that stays quick with five hundred people', async () => {
    const big = await createGym();
    const boss = await createStaff({ role: 'gym_manager', gym: big });
    await sql()`
      with made as (
        insert into auth.users (id, email) select gen_random_uuid(), gen_random_uuid() || '@example.test'
        from generate_series(1, 500) returning id, email
      )
      insert into public.users (id, email, full_name, role, gym_id)
      select id, email, 'Personne de plus', 'gym_staff', ${big.id} from made`;
    const db = await signIn(boss);
    await listTeam(db, big.id);
    const began = performance.now();
    expect((await listTeam(db, big.id)).people).toHaveLength(501);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('routes of the team refuse', () => {
  it('whoever is not signed in, and other sites', async () => {
    const id = await invited(await signedIn(manager));
    const calls = [
      ['POST', '/api/dashboard/team/invitations', {}],
      ['POST', `/api/dashboard/team/invitations/${id}/resend`, {}],
      ['DELETE', `/api/dashboard/team/invitations/${id}`, undefined],
      ['PUT', `/api/dashboard/team/${staff.id}`, { active: false }],
      ['POST', '/api/dashboard/first-steps', { gym_id: gym.id, hidden: true }],
    ] as const;
    const known = await signedIn(manager);
    for (const [method, path, body] of calls) {
      expect((await new Visitor().call(method, path, body)).status, path).toBe(401);
      const elsewhere = await known.call(method, path, body, { origin: 'https://evil.example' });
      expect([elsewhere.status, elsewhere.body.code], path).toEqual([403, 'foreign_origin']);
    }
  });

  it('staff, on an invitation of their own gym', async () => {
    const id = await invited(await signedIn(manager));
    const visitor = await signedIn(staff);
    expect((await visitor.post(`/api/dashboard/team/invitations/${id}/resend`)).status).toBe(403);
    expect((await visitor.call('DELETE', `/api/dashboard/team/invitations/${id}`)).status).toBe(403);
  });

  it('what is over, and ids that are none', async () => {
    const visitor = await signedIn(manager);
    const id = await invited(visitor);
    await sql()`update public.invitations set accepted_at = now() where id = ${id}`;
    const path = `/api/dashboard/team/invitations/${id}` as const;
    expect((await visitor.post(`${path}/resend`)).body).toMatchObject({ code: 'conflict' });
    expect((await visitor.call('DELETE', path)).body).toMatchObject({ code: 'conflict' });
    expect((await visitor.call('PUT', '/api/dashboard/team/me', { active: false })).status).toBe(404);
  });

  it('everything but reading while the customer is on hold', async () => {
    const held = await createGym();
    const boss = await createStaff({ role: 'gym_manager', gym: held });
    const colleague = await createStaff({ role: 'gym_staff', gym: held });
    const visitor = await signedIn(boss);
    const id = await invited(visitor, { ...held });
    await sql()`update public.gyms set status = 'suspended' where id = ${held.id}`;
    for (const answer of [
      await visitor.call('PUT', `/api/dashboard/team/${colleague.id}`, { active: false }),
      await visitor.call('DELETE', `/api/dashboard/team/invitations/${id}`),
      await visitor.post('/api/dashboard/first-steps', { gym_id: held.id, hidden: true }),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, 'customer_suspended']);
    const team = await list(boss, held);
    expect(team.people.map(({ may_change }) => may_change)).toEqual([false, false]);
    expect(team.grants.roles).toEqual([]);
  });
});

describe('the first steps', () => {
  const hide = async (person: Person, body: object) =>
    (await signedIn(person)).post('/api/dashboard/first-steps', body);
  const hidden = async () =>
    (await sql()`select first_steps_hidden_at is not null as hidden from public.gyms where id = ${gym.id}`)[0]
      ?.hidden;

  it('are put away and taken out again by those in charge', async () => {
    expect((await hide(manager, { gym_id: gym.id, hidden: true })).status).toBe(204);
    expect(await hidden()).toBe(true);
    expect((await hide(owner, { gym_id: gym.id, hidden: false })).status).toBe(204);
    expect(await hidden()).toBe(false);
  });

  it.each([
    ['by staff', () => [staff, { gym_id: gym.id, hidden: true }], 403],
    ['at the sister gym', () => [manager, { gym_id: sister.id, hidden: true }], 404],
    ['at another customer’s', () => [owner, { gym_id: foreign.id, hidden: true }], 404],
    ['without saying which way', () => [manager, { gym_id: gym.id }], 422],
    ['with anything else', () => [manager, { gym_id: gym.id, hidden: true, by: 'me' }], 422],
  ] as [string, () => [Person, object], number][])('are not, %s', async (_who, call, status) => {
    expect((await hide(...call())).status).toBe(status);
    expect(await hidden()).toBe(false);
  });
});
