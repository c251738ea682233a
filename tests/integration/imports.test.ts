import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

const base = '/api/dashboard/members/import' as const;
let gym: { id: string };
let foreign: { id: string };
let manager: Person;
let staff: Person;
let stranger: Person;

beforeAll(async () => {
  appEnvironment();
  gym = await createGym();
  foreign = await createGym();
  manager = await createStaff({ role: 'gym_manager', gym });
  staff = await createStaff({ role: 'gym_staff', gym });
  stranger = await createStaff({ role: 'gym_manager', gym: foreign });
});

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

const file = (more: object = {}) => ({
  gym_id: gym.id,
  filename: 'adherents.csv',
  source: 'nom|prenom',
  mapping: ['last_name', 'first_name', null, 'not_kept'],
  rows_total: 2,
  errors: [],
  ...more,
});
const person = (row: number, more: object = {}) => ({
  row,
  first_name: 'Alix',
  last_name: `Essai ${row}`,
  external_id: `N${row}`,
  ...more,
});
const members = () =>
  sql()`select external_id, badge_id, email from public.gym_members_v2 where gym_id = ${gym.id} and deleted_at is null order by external_id`;

describe('an import', () => {
  it('is compared, fed, finished and taken back', async () => {
    const visitor = await signedIn(manager);
    const rows = [person(2, { badge: '0013961168', email: 'alix@example.test' }), person(3)];
    const preview = await visitor.post(`${base}/preview`, { gym_id: gym.id, rows });
    expect(preview).toMatchObject({ status: 200, body: { new: 2, changed: 0, same: 0, bad: 0, errors: [] } });
    expect(await members()).toEqual([]);
    const started = await visitor.post(base, file());
    expect(started.status).toBe(201);
    const id = String(started.body.id);
    expect(await visitor.post(base, file())).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await visitor.post(`${base}/${id}/rows`, { rows })).toMatchObject({
      status: 200,
      body: { new: 2 },
    });
    expect(await visitor.post(`${base}/${id}/rows`, { rows })).toMatchObject({
      status: 200,
      body: { new: 0, same: 0 },
    });
    expect(await visitor.post(`${base}/${id}/finish`)).toMatchObject({
      status: 200,
      body: { state: 'done', new: 2 },
    });
    expect(await members()).toEqual([
      { external_id: 'N2', badge_id: '0013961168', email: 'alix@example.test' },
      { external_id: 'N3', badge_id: null, email: null },
    ]);
    const [badge] = await sql()`select badge_hash from public.member_badges where gym_id = ${gym.id}`;
    expect(badge?.badge_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await visitor.post(`${base}/mapping`, { gym_id: gym.id, source: 'nom|prenom' })).toMatchObject({
      body: { mapping: file().mapping },
    });
    expect(await visitor.post(`${base}/mapping`, { gym_id: gym.id, source: 'other' })).toMatchObject({
      body: { mapping: null },
    });
    expect(await visitor.post(`${base}/${id}/undo`)).toMatchObject({
      status: 200,
      body: { removed: 2, restored: 0, kept: 0 },
    });
    expect((await visitor.post(`${base}/${id}/undo`)).status).toBe(409);
    expect(await members()).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a name that is none', { first_name: ' ' }, 'rows.0.first_name'],
    ['an e-mail that is none', { email: 'a@b' }, 'rows.0.email'],
    ['a day that does not exist', { birth_date: '2024-02-31' }, 'rows.0.birth_date'],
    ['a number that is too long', { external_id: 'x'.repeat(101) }, 'rows.0.external_id'],
    ['a kind that is none', { member_kind: 'king' }, 'rows.0.member_kind'],
  ])('%s is refused whatever the browser says', async (_what, more, field) => {
    const visitor = await signedIn(manager);
    const { status, body } = await visitor.post(`${base}/preview`, {
      gym_id: gym.id,
      rows: [person(2, more)],
    });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field })]]);
  });

  it('takes batches of 500 in one body, and no more', async () => {
    const visitor = await signedIn(manager);
    const rows = Array.from({ length: 501 }, (_, n) =>
      person(n + 2, { email: `member-number-${n}@example.test`, membership_type: 'Abonnement annuel' }),
    );
    expect(await visitor.post(`${base}/preview`, { gym_id: gym.id, rows: rows.slice(1) })).toMatchObject({
      status: 200,
      body: { new: 500 },
    });
    expect((await visitor.post(`${base}/preview`, { gym_id: gym.id, rows })).status).toBe(422);
    expect(
      (await visitor.post(`${base}/preview`, { gym_id: gym.id, rows, more: 'x'.repeat(1024 * 1024) })).status,
    ).toBe(413);
    expect(
      (await visitor.post(`${base}/mapping`, { gym_id: gym.id, source: 'x'.repeat(64 * 1024) })).status,
    ).toBe(413);
  });

  it('is for those who manage the gym', async () => {
    const [made] = await sql()`
      insert into public.member_imports (gym_id, source, filename, rows_total, mapping)
      values (${gym.id}, ${'a'.repeat(64)}, 'a.csv', 1, '[]') returning id`;
    const calls: [`/api/${string}`, object | undefined][] = [
      [base, file()],
      [`${base}/preview`, { gym_id: gym.id, rows: [] }],
      [`${base}/mapping`, { gym_id: gym.id, source: '' }],
      [`${base}/${made!.id}/rows`, { rows: [] }],
      [`${base}/${made!.id}/finish`, undefined],
      [`${base}/${made!.id}/undo`, undefined],
    ];
    const atTheDesk = await signedIn(staff);
    const elsewhere = await signedIn(stranger);
    for (const [path, body] of calls) {
      expect([path, (await atTheDesk.post(path, body)).status]).toEqual([path, 403]);
      expect([path, (await elsewhere.post(path, body)).status]).toEqual([path, 404]);
      expect([path, (await new Visitor().post(path, body)).status]).toEqual([path, 401]);
    }
    for (const path of [`${base}/${randomUUID()}/undo`, `${base}/1/finish`] as const)
      expect((await elsewhere.post(path)).status).toBe(404);
    await sql()`delete from public.member_imports where id = ${made!.id}`;
  });

  it('starts once when two start at the same moment', async () => {
    const visitors = await Promise.all([signedIn(manager), signedIn(manager)]);
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(base, file())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const id = String(answers.find(({ status }) => status === 201)?.body.id);
    const batches = await Promise.all(
      visitors.map((visitor) => visitor.post(`${base}/${id}/rows`, { rows: [person(2), person(3)] })),
    );
    expect(batches.map(({ body }) => Number(body.new)).sort()).toEqual([0, 2]);
    expect((await visitors[0]!.post(`${base}/${id}/finish`)).body.state).toBe('done');
  });
});
