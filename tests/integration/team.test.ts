import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishableClient, signIn, sql } from '../support/clients.ts';
import { createFranchise, createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

let franchise: { id: string };
let gym: { id: string };
let sister: { id: string };
let foreign: { id: string };
let owner: Person;
let manager: Person;
let staff: Person;

beforeAll(async () => {
  appEnvironment();
  franchise = await createFranchise();
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

const someone = () => ({ email: `${randomUUID()}@example.test`, full_name: 'Alix Morel' });
const invite = (visitor: Visitor, body: object) => visitor.post('/api/dashboard/team/invitations', body);
const change = (visitor: Visitor, id: string, body: object) =>
  visitor.call('PUT', `/api/dashboard/team/${id}`, body);

async function rowOf(person: { id: string }) {
  const [row] =
    await sql()`select role, gym_id, franchise_id, is_active from public.users where id = ${person.id}`;
  return row;
}

describe('invitations', () => {
  it('are made, sent again and taken back by a manager', async () => {
    const visitor = await signedIn(manager);
    const person = { ...someone(), email: `  ${randomUUID()}@Example.TEST`.trim() };
    const { status, body } = await invite(visitor, {
      ...person,
      role: 'gym_staff',
      gym_id: gym.id,
      language: 'es',
    });
    expect(status).toBe(201);
    const id = String(body.id);
    const [made] =
      await sql()`select email, role, language, invited_by from public.invitations where id = ${id}`;
    expect(made).toEqual({
      email: person.email.toLowerCase(),
      role: 'gym_staff',
      language: 'es',
      invited_by: manager.id,
    });
    expect((await invite(visitor, { ...person, role: 'gym_staff', gym_id: gym.id })).body).toMatchObject({
      code: 'conflict',
    });
    await sql()`
      update private.outgoing_mails set created_at = created_at - interval '3 minutes' where email = ${made!.email}`;
    expect((await visitor.post(`/api/dashboard/team/invitations/${id}/resend`)).status).toBe(204);
    expect((await visitor.post(`/api/dashboard/team/invitations/${id}/resend`)).status).toBe(429);
    expect((await visitor.call('DELETE', `/api/dashboard/team/invitations/${id}`)).status).toBe(204);
    expect((await visitor.call('DELETE', `/api/dashboard/team/invitations/${id}`)).status).toBe(409);
    expect((await visitor.call('DELETE', '/api/dashboard/team/invitations/1')).status).toBe(404);
  });

  it.each([
    ['above their own role', () => ({ role: 'franchise_owner', franchise_id: franchise.id }), 403],
    ['for the platform', () => ({ role: 'super_admin' }), 403],
    ['for another gym', () => ({ role: 'gym_staff', gym_id: foreign.id }), 404],
    ['for the sister gym', () => ({ role: 'gym_staff', gym_id: sister.id }), 404],
    ['for a gym that is none', () => ({ role: 'gym_staff', gym_id: randomUUID() }), 404],
    ['for an owner of a gym', () => ({ role: 'franchise_owner', gym_id: gym.id }), 422],
    ['without a gym', () => ({ role: 'gym_staff' }), 422],
    ['with an e-mail that is none', () => ({ role: 'gym_staff', gym_id: gym.id, email: 'alix' }), 422],
    [
      'with a field that is not there',
      () => ({ role: 'gym_staff', gym_id: gym.id, invited_by: owner.id }),
      422,
    ],
  ])('a manager cannot invite %s', async (_what, body, status) => {
    const answer = await invite(await signedIn(manager), { ...someone(), ...body() });
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body.errors).toMatchObject([{ field: expect.any(String) }]);
  });

  it('staff invite nobody, an owner invites for every gym and beside them', async () => {
    expect(
      (await invite(await signedIn(staff), { ...someone(), role: 'gym_staff', gym_id: gym.id })).status,
    ).toBe(403);
    const visitor = await signedIn(owner);
    for (const body of [
      { role: 'gym_manager', gym_id: sister.id },
      { role: 'franchise_owner', franchise_id: franchise.id },
    ])
      expect((await invite(visitor, { ...someone(), ...body })).status).toBe(201);
    expect((await invite(visitor, { ...someone(), role: 'gym_staff', gym_id: foreign.id })).status).toBe(404);
  });

  it('another customer’s invitation is not found', async () => {
    const { body } = await invite(await signedIn(owner), {
      ...someone(),
      role: 'gym_staff',
      gym_id: sister.id,
    });
    const stranger = await signedIn(await createStaff({ role: 'gym_manager', gym: foreign }));
    const path = `/api/dashboard/team/invitations/${String(body.id)}` as const;
    for (const visitor of [stranger, await signedIn(manager)]) {
      expect((await visitor.call('DELETE', path)).status).toBe(404);
      expect((await visitor.post(`${path}/resend`)).status).toBe(404);
    }
  });
});

describe('people', () => {
  it('are given a role and a gym within the scope of who gives it', async () => {
    const person = await createStaff({ role: 'gym_staff', gym });
    const visitor = await signedIn(owner);
    expect((await change(visitor, person.id, { role: 'gym_manager', gym_id: sister.id })).status).toBe(204);
    expect(await rowOf(person)).toMatchObject({ role: 'gym_manager', gym_id: sister.id });
    expect(
      (await change(await signedIn(manager), person.id, { role: 'gym_staff', gym_id: gym.id })).status,
    ).toBe(404);
  });

  it('deactivated in mid-session are out at the next request, by the app and past it', async () => {
    const person = await createStaff({ role: 'gym_staff', gym });
    const visitor = await signedIn(person);
    const direct = await signIn(person);
    const own = () =>
      visitor.call('PUT', '/api/dashboard/settings/profile', { full_name: 'Alix', language: 'fr' });
    expect((await own()).status).toBe(204);
    expect((await direct.from('gyms').select('id')).data).toHaveLength(1);
    const by = await signedIn(manager);
    expect((await change(by, person.id, { active: false })).status).toBe(204);
    expect((await own()).status).toBe(401);
    expect((await direct.from('gyms').select('id')).data).toEqual([]);
    const { error } = await publishableClient().auth.signInWithPassword(person);
    expect(error).not.toBeNull();
    expect((await change(by, person.id, { active: true })).status).toBe(204);
    await expect(signIn(person)).resolves.toBeDefined();
  });

  it('nobody changes themselves, who is above them, or who is not theirs', async () => {
    const colleague = await createStaff({ role: 'gym_staff', gym: foreign });
    const attempts: [Person, string, object, number][] = [
      [manager, manager.id, { role: 'franchise_owner', franchise_id: franchise.id }, 403],
      [manager, manager.id, { active: false }, 403],
      [manager, staff.id, { role: 'franchise_owner', franchise_id: franchise.id }, 403],
      [manager, staff.id, { role: 'super_admin' }, 403],
      [manager, staff.id, { role: 'gym_staff', gym_id: foreign.id }, 404],
      [manager, colleague.id, { active: false }, 404],
      [manager, randomUUID(), { active: false }, 404],
      [owner, owner.id, { role: 'super_admin' }, 403],
      [owner, colleague.id, { role: 'gym_staff', gym_id: gym.id }, 404],
      [staff, manager.id, { active: false }, 403],
      [staff, staff.id, { role: 'gym_manager', gym_id: gym.id }, 403],
    ];
    for (const [by, id, body, status] of attempts)
      expect([by.role, body, (await change(await signedIn(by), id, body)).status]).toEqual([
        by.role,
        body,
        status,
      ]);
    for (const person of [manager, owner, staff, colleague])
      expect(await rowOf(person)).toMatchObject({ role: person.role, is_active: true });
  });

  it('the last one in charge stays', async () => {
    const only = await createFranchise();
    const last = await createStaff({ role: 'franchise_owner', franchise: only });
    const second = await createStaff({ role: 'franchise_owner', franchise: only });
    const visitor = await signedIn(second);
    expect((await change(visitor, last.id, { active: false })).status).toBe(204);
    const { data, error } = await (await signIn(second)).rpc('set_person_active', {
      p_id: second.id,
      p_active: false,
    });
    expect([data, error?.message]).toEqual([null, 'forbidden']);
    await expect(sql()`update public.users set is_active = false where id = ${second.id}`).rejects.toThrow(
      'last_owner',
    );
  });

  it.each([
    [{}, 'role'],
    [{ active: false, role: 'super_admin' }, 'role'],
    [{ active: false, gym_id: randomUUID() }, 'gym_id'],
    [{ active: 'no' }, 'active'],
    [{ role: 'owner' }, 'role'],
    [{ role: 'gym_staff' }, 'gym_id'],
  ])('%j is refused and the field named', async (body, field) => {
    expect((await change(await signedIn(manager), staff.id, body)).body).toMatchObject({
      status: 422,
      errors: [{ field }],
    });
  });
});
