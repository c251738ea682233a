import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { createGym, createMember, createStaff, type Member, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

const base = '/api/dashboard/desk' as const;
let gym: { id: string };
let member: Member;
let staff: Person;
let stranger: Person;

beforeAll(async () => {
  appEnvironment();
  gym = await createGym();
  staff = await createStaff({ role: 'gym_staff', gym });
  stranger = await createStaff({ role: 'gym_manager', gym: await createGym() });
});
beforeEach(async () => {
  member = await createMember(gym, {
    first_name: `Alix${randomUUID().slice(0, 6)}`,
    email: 'alix@example.test',
  });
});

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

const visits = () =>
  sql()`select id, source, started_at, last_seen_at from public.gym_visits where member_id = ${member.id} order by started_at`;

describe('the desk', () => {
  it('finds by name and by what a reader types, without e-mail and phone', async () => {
    const visitor = await signedIn(staff);
    const [{ first_name: name } = { first_name: '' }] = await sql()<{ first_name: string }[]>`
      select first_name from public.gym_members_v2 where id = ${member.id}`;
    for (const text of [name, name.toUpperCase().slice(0, 8), member.badge]) {
      const { status, body } = await visitor.post(`${base}/search`, { gym_id: gym.id, text });
      expect([text, status, body]).toEqual([
        text,
        200,
        [expect.objectContaining({ id: member.id, obstacle: null, inside: false })],
      ]);
      expect(JSON.stringify(body)).not.toContain('example.test');
    }
  });

  it('lets somebody in, takes that back, and both only once', async () => {
    const visitor = await signedIn(staff);
    const made = await visitor.post(`${base}/check-ins`, { member_id: member.id });
    expect(made).toMatchObject({ status: 200, body: { is_new: true } });
    expect(await visitor.post(`${base}/check-ins`, { member_id: member.id })).toMatchObject({
      body: { is_new: false },
    });
    expect(await visits()).toHaveLength(1);
    const [{ last_visit } = { last_visit: null }] = await sql()`
      select last_visit from public.gym_members_v2 where id = ${member.id}`;
    expect(last_visit).not.toBeNull();
    const other = await createMember(gym);
    const second = await visitor.post(`${base}/check-ins`, { member_id: other.id });
    const undo = () => visitor.call('DELETE', `${base}/check-ins/${String(second.body.id)}`);
    expect((await undo()).status).toBe(204);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await sql()`select from public.gym_visits where member_id = ${other.id}`).toHaveLength(0);
  });

  it('lets two colleagues check the same person in at once: one visit', async () => {
    const [one, two] = [await signedIn(staff), await signedIn(staff)];
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        (n % 2 ? one : two).post(`${base}/check-ins`, { member_id: member.id }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(answers.filter(({ body }) => body.is_new)).toHaveLength(1);
    expect(await visits()).toHaveLength(1);
  });

  it.each([
    [{ membership_ends_on: '2026-01-01' }, 'member_expired'],
    [{ membership_suspended: true }, 'member_suspended'],
    [{ is_active: false }, 'member_inactive'],
  ])('warns of %o before anybody is let in', async (state, code) => {
    await sql()`update public.gym_members_v2 set ${sql()(state)} where id = ${member.id}`;
    const visitor = await signedIn(staff);
    expect(await visitor.post(`${base}/check-ins`, { member_id: member.id })).toMatchObject({
      status: 403,
      body: { code },
    });
    expect(await visits()).toHaveLength(0);
    const made = await visitor.post(`${base}/check-ins`, { member_id: member.id, reason: 'agreed' });
    expect(made.status).toBe(200);
    expect(await visits()).toHaveLength(1);
  });

  it('ticks off once for the team', async () => {
    const visitor = await signedIn(staff);
    const tick = (said: boolean) =>
      visitor.post(`${base}/ticks`, { member_id: member.id, code: 'birthday', said });
    const first = await tick(true);
    expect(first).toMatchObject({ status: 200, body: { by: expect.any(String) } });
    expect((await tick(true)).body).toEqual(first.body);
    expect(await tick(false)).toMatchObject({ body: { by: null, at: null } });
    expect(await sql()`select from public.desk_ticks where member_id = ${member.id}`).toHaveLength(0);
  });

  it.each([
    ['a time to come', { at: new Date(Date.now() + 60_000).toISOString() }, 'at'],
    ['a time of yesterday', { at: new Date(Date.now() - 13 * 3_600_000).toISOString() }, 'at'],
    ['a time that is none', { at: 'tantôt' }, 'at'],
    ['a time of no place', { at: '2026-11-21T10:00:00+21:16' }, 'at'],
    ['a reason that is none', { reason: 'parce que' }, 'reason'],
  ])('refuses %s', async (_what, more, field) => {
    const visitor = await signedIn(staff);
    const { status, body } = await visitor.post(`${base}/check-ins`, { member_id: member.id, ...more });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field })]]);
  });

  it('of another gym is not found', async () => {
    const here = await signedIn(staff);
    const made = await here.post(`${base}/check-ins`, { member_id: member.id });
    const elsewhere = await signedIn(stranger);
    const body = { member_id: member.id };
    const calls: ['POST' | 'PUT' | 'DELETE', `/api/${string}`, object | undefined][] = [
      ['POST', `${base}/search`, { gym_id: gym.id, text: 'a' }],
      ['POST', `${base}/check-ins`, body],
      ['POST', `${base}/ticks`, { ...body, code: 'birthday', said: true }],
      ['DELETE', `${base}/check-ins/${String(made.body.id)}`, undefined],
      ['PUT', `${base}/visits/${String(made.body.visit_id)}`, { left: true }],
      ['PUT', `${base}/bookings/${randomUUID()}`, { answer: 'accept' }],
    ];
    for (const [method, path, sent] of calls)
      expect([path, (await elsewhere.call(method, path, sent)).status]).toEqual([path, 404]);
    expect(await visits()).toHaveLength(1);
  });
});

describe('an import of visits', () => {
  const imports = '/api/dashboard/members/import' as const;

  it('is compared, fed, finished and taken back; a badge goes no further than the route', async () => {
    const manager = await signedIn(await createStaff({ role: 'gym_manager', gym }));
    const rows = [
      { row: 2, badge: member.badge, day: '2026-10-05', at_time: '18:05:00', left_time: '19:00:00' },
      { row: 3, badge: member.badge, day: '2026-10-05', at_time: '18:50:00' },
      { row: 4, external_id: 'nobody', day: '2026-10-05' },
    ];
    const expected = {
      new: 1,
      changed: 0,
      same: 1,
      bad: 1,
      errors: [{ row: 4, field: 'external_id', code: 'member_not_found' }],
    };
    expect(await manager.post(`${imports}/visits`, { gym_id: gym.id, rows })).toMatchObject({
      status: 200,
      body: expected,
    });
    const started = await manager.post(imports, {
      gym_id: gym.id,
      kind: 'visits',
      filename: 'passages.csv',
      source: 'visits:badge|passage',
      mapping: ['badge', 'visit_day', 'visit_time'],
      rows_total: 3,
      errors: [],
    });
    expect(started.status).toBe(201);
    const id = String(started.body.id);
    expect((await manager.post(`${imports}/${id}/rows`, { rows: [] })).status).toBe(409);
    expect((await manager.post(`${imports}/${id}/visits`, { rows })).body).toEqual(expected);
    expect(await manager.post(`${imports}/${id}/finish`)).toMatchObject({ body: { state: 'done', new: 1 } });
    expect(await visits()).toMatchObject([{ source: 'import' }]);
    expect(await manager.post(`${imports}/${id}/undo`)).toMatchObject({
      body: { removed: 1, kept: 0, left: 0 },
    });
    expect(await visits()).toHaveLength(0);
  });

  it.each([
    ['a day that does not exist', { day: '2026-02-31' }, 'rows.0.day'],
    ['a time that does not exist', { day: '2026-02-03', at_time: '25:00' }, 'rows.0.at_time'],
    ['no day', {}, 'rows.0.day'],
  ])('refuses %s whatever the browser says', async (_what, more, field) => {
    const manager = await signedIn(await createStaff({ role: 'gym_manager', gym }));
    const rows = [{ row: 2, external_id: 'A', ...more }];
    const { status, body } = await manager.post(`${imports}/visits`, { gym_id: gym.id, rows });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field })]]);
  });

  it('is not for staff', async () => {
    const visitor = await signedIn(staff);
    expect((await visitor.post(`${imports}/visits`, { gym_id: gym.id, rows: [] })).status).toBe(403);
  });
});
