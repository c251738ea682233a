import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { createFranchise, createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

let gym: { id: string };
let foreign: { id: string };
let manager: Visitor;
let staff: Visitor;
let stranger: Visitor;

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

async function addMember(place: { id: string }, first: string, last: string, phone: string | null = null) {
  const id = randomUUID();
  await sql()`
    insert into public.gym_members_v2 (id, gym_id, first_name, last_name, phone, email, membership_type)
    values (${id}, ${place.id}, ${first}, ${last}, ${phone}, ${`${id}@example.test`}, 'Annuel')`;
  return id;
}

beforeAll(async () => {
  appEnvironment();
  const franchise = await createFranchise();
  gym = await createGym({ franchise_id: franchise.id });
  foreign = await createGym();
  manager = await signedIn(await createStaff({ role: 'gym_manager', gym }));
  staff = await signedIn(await createStaff({ role: 'gym_staff', gym }));
  stranger = await signedIn(await createStaff({ role: 'gym_manager', gym: foreign }));
});

const base = '/api/dashboard/members' as const;
const flags = (ids: string[]) =>
  sql()`select membership_suspended as suspended, deleted_at is not null as deleted from public.gym_members_v2
    where id = any (${ids}) order by last_name`;

describe('a change of many members', () => {
  it('is done and taken back as it was, once', async () => {
    const ids = [await addMember(gym, 'Alix', 'Aa'), await addMember(gym, 'Bo', 'Bb')];
    await sql()`update public.gym_members_v2 set membership_suspended = true where id = ${ids[1]!}`;
    const before = await flags(ids);
    const body = { gym_id: gym.id, action: 'suspend', ids };
    const done = await manager.post(`${base}/bulk`, body);
    expect(done).toMatchObject({ status: 200, body: { changed: 1 } });
    expect(await flags(ids)).toEqual([
      { suspended: true, deleted: false },
      { suspended: true, deleted: false },
    ]);
    const undo = `${base}/bulk/${String(done.body.change_id)}` as const;
    expect(await staff.call('DELETE', undo)).toMatchObject({ status: 403 });
    expect(await stranger.call('DELETE', undo)).toMatchObject({ status: 404 });
    expect(await manager.call('DELETE', undo)).toMatchObject({ status: 200, body: { changed: 1, kept: 0 } });
    expect(await flags(ids)).toEqual(before);
    expect(await manager.call('DELETE', undo)).toMatchObject({ status: 404 });
  });

  it('deletes and brings back', async () => {
    const ids = [await addMember(gym, 'Cléo', 'Cc')];
    const done = await manager.post(`${base}/bulk`, { gym_id: gym.id, action: 'delete', ids });
    expect(await flags(ids)).toEqual([{ suspended: false, deleted: true }]);
    const seen = await manager.call('GET', `${base}/bulk?gym=${gym.id}&state=deleted`);
    expect(seen.body.ids).toContain(ids[0]);
    await manager.call('DELETE', `${base}/bulk/${String(done.body.change_id)}`);
    expect(await flags(ids)).toEqual([{ suspended: false, deleted: false }]);
  });

  it('two of one change undone at once are one undo', async () => {
    const ids = [await addMember(gym, 'Dana', 'Dd')];
    const done = await manager.post(`${base}/bulk`, { gym_id: gym.id, action: 'suspend', ids });
    const undo = `${base}/bulk/${String(done.body.change_id)}` as const;
    const answers = await Promise.all([manager.call('DELETE', undo), manager.call('DELETE', undo)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('is refused to staff, at another gym, for too many and for nobody', async () => {
    const ids = [await addMember(gym, 'Eve', 'Ee')];
    const body = { gym_id: gym.id, action: 'suspend', ids };
    expect(await staff.post(`${base}/bulk`, body)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await stranger.post(`${base}/bulk`, body)).toMatchObject({ status: 404 });
    expect(await stranger.post(`${base}/bulk`, { ...body, gym_id: foreign.id })).toMatchObject({
      status: 200,
      body: { changed: 0 },
    });
    const many = Array.from({ length: 501 }, () => randomUUID());
    for (const wrong of [{ ids: many }, { ids: [] }, { action: 'promote' }, { ids: ['x'] }])
      expect(await manager.post(`${base}/bulk`, { ...body, ...wrong })).toMatchObject({
        status: 422,
        body: { code: 'invalid_input' },
      });
    expect(await flags(ids)).toEqual([{ suspended: false, deleted: false }]);
  });
});

describe('a saved view', () => {
  const save = (visitor: Visitor, more: object = {}) =>
    visitor.post(`${base}/views`, {
      gym_id: gym.id,
      name: `Vue ${randomUUID()}`,
      query: { view: 'away' },
      ...more,
    });

  it('keeps what is a filter of the list, and nothing else', async () => {
    const { status, body } = await save(manager, {
      query: { view: 'away', level: 'high', cursor: 'abc', saved: randomUUID(), evil: '1', sort: 'nonsense' },
    });
    expect(status).toBe(201);
    const [row] = await sql()`select query from public.member_views where id = ${String(body.id)}`;
    expect(row).toEqual({ query: { view: 'away', level: 'high' } });
  });

  it('is renamed, brought up to date, shared by managers, and forgotten', async () => {
    const own = await save(staff);
    const path = `${base}/views/${String(own.body.id)}` as const;
    expect(await staff.call('PUT', path, { name: 'Mardi', query: { sort: 'name' } })).toMatchObject({
      status: 204,
    });
    expect(await staff.call('PUT', path, { shared: true })).toMatchObject({ status: 403 });
    expect(await staff.call('PUT', path, {})).toMatchObject({ status: 422 });
    expect(await save(staff, { shared: true })).toMatchObject({ status: 403 });
    expect(await manager.call('PUT', path, { name: 'Mienne' })).toMatchObject({ status: 404 });
    const shared = await save(manager, { shared: true });
    const theirs = `${base}/views/${String(shared.body.id)}` as const;
    expect(await staff.call('DELETE', theirs)).toMatchObject({ status: 403 });
    expect(await stranger.call('DELETE', theirs)).toMatchObject({ status: 404 });
    expect(await manager.call('DELETE', theirs)).toMatchObject({ status: 204 });
    expect(await staff.call('DELETE', path)).toMatchObject({ status: 204 });
  });

  it('two of one name, and a twenty-first, are refused, also at once', async () => {
    const name = `Vue ${randomUUID()}`;
    const twins = await Promise.all([save(manager, { name }), save(manager, { name })]);
    expect(twins.map(({ status }) => status).sort()).toEqual([201, 409]);
    await sql()`
      insert into public.member_views (gym_id, owner_id, name, query)
      select gym_id, id, 'Vue ' || n, '{}' from public.users, generate_series(1, 19 - (
        select count(*)::int from public.member_views v where v.owner_id = users.id
      )) n where gym_id = ${gym.id} and role = 'gym_manager'`;
    const many = await Promise.all([save(manager), save(manager), save(manager)]);
    expect(many.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    const refused = many.find(({ status }) => status === 422);
    expect(refused?.body).toMatchObject({ code: 'invalid_input', errors: [{ field: 'count' }] });
  });
});

describe('the list as a file', () => {
  const file = async (visitor: Visitor, query: string) =>
    visitor.call('GET', `${base}/export?gym=${gym.id}&${query}`);

  it('has the columns as shown, and is inert', async () => {
    await addMember(gym, '=1+1', 'Formule', '06 39 98 11 22');
    const { body, headers } = await file(manager, 'search=formule&columns=type,phone');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(body.text).toBe("Prénom;Nom;Abonnement;Téléphone\r\n'=1+1;Formule;Annuel;06 39 98 11 22\r\n");
  });

  it('tells staff no contact, whatever they ask for', async () => {
    const { body } = await file(staff, 'search=formule&columns=type,phone,email');
    expect(body.text).toBe("Prénom;Nom;Abonnement\r\n'=1+1;Formule;Annuel\r\n");
    const { body: chosen } = await staff.post(`${base}/export`, {
      gym_id: gym.id,
      ids: [await addMember(gym, 'Flo', 'Ff', '06 39 98 11 33')],
      query: { columns: 'phone,type' },
      format: 'csv',
    });
    expect(chosen.text).toBe('Prénom;Nom;Abonnement\r\nFlo;Ff;Annuel\r\n');
  });

  it('holds the chosen members alone', async () => {
    const [one] = [await addMember(gym, 'Gaël', 'Gg'), await addMember(gym, 'Gaël', 'Gh')];
    const { body } = await manager.post(`${base}/export`, {
      gym_id: gym.id,
      ids: [one, randomUUID()],
      query: { columns: 'type', sort: 'name' },
      format: 'csv',
    });
    expect(body.text).toBe('Prénom;Nom;Abonnement\r\nGaël;Gg;Annuel\r\n');
  });

  it('is another gym’s for nobody', async () => {
    expect(await file(stranger, '')).toMatchObject({ status: 404 });
    const body = { gym_id: gym.id, ids: [randomUUID()], format: 'csv' };
    expect(await stranger.post(`${base}/export`, body)).toMatchObject({ status: 404 });
  });
});

describe('the deleted ones', () => {
  it('are no list for staff', async () => {
    expect(await staff.call('GET', `${base}/bulk?gym=${gym.id}&state=deleted`)).toMatchObject({
      status: 403,
    });
  });
});
