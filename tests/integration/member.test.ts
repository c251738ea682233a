import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

let gym: { id: string };
let manager: Visitor;
let other: Visitor;
let staff: Visitor;
let foreigner: Visitor;

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

beforeAll(async () => {
  appEnvironment();
  gym = await createGym();
  const foreign = await createGym();
  manager = await signedIn(await createStaff({ role: 'gym_manager', gym }));
  other = await signedIn(await createStaff({ role: 'gym_manager', gym }));
  staff = await signedIn(await createStaff({ role: 'gym_staff', gym }));
  foreigner = await signedIn(await createStaff({ role: 'gym_manager', gym: foreign }));
});

const members = '/api/dashboard/members' as const;
const create = (visitor: Visitor, values: object) => visitor.post(members, { gym_id: gym.id, values });
const save = (visitor: Visitor, id: string, base: object, changes: object) =>
  visitor.call('PUT', `${members}/${id}`, { base, changes });

async function newMember(values: object = {}): Promise<string> {
  const { body } = await create(manager, { first_name: 'Ana', last_name: 'Fictive', ...values });
  return String(body.id);
}

async function rowOf(id: string) {
  const [row] = await sql()`select * from public.gym_members_v2 where id = ${id}`;
  return row!;
}

const fieldsOf = (body: Record<string, unknown>) =>
  (body.errors as { field: string }[] | undefined)?.map(({ field }) => field.split('.').at(-1));

describe('adding a member', () => {
  it('writes what the form says, with e-mail and blanks as they are stored', async () => {
    const { status, body } = await create(manager, {
      first_name: ' Ana ',
      last_name: 'Fictive',
      email: 'MAILTO:Ana@Example.test',
      phone: '',
      member_since: '2024-03-01',
      membership_ends_on: '',
      primary_goals: ['wellbeing'],
    });
    expect(status).toBe(201);
    const row = await rowOf(String(body.id));
    expect(row).toMatchObject({
      first_name: 'Ana',
      email: 'ana@example.test',
      phone: null,
      membership_ends_on: null,
    });
  });

  it.each([
    [{ first_name: ' ' }, 'first_name'],
    [{ email: 'nobody' }, 'email'],
    [{ phone: 'appeler le soir' }, 'phone'],
    [{ birth_date: '2026-02-30' }, 'birth_date'],
    [{ birth_date: '2199-01-01' }, 'birth_date'],
    [{ membership_ends_on: '12/03/2026' }, 'membership_ends_on'],
    [{ primary_goals: ['fly'] }, 'primary_goals'],
    [{ workout_frequency_per_week: 22 }, 'workout_frequency_per_week'],
    [{ churn_risk_score: 1 }, 'values'],
  ])('names the field that is wrong: %j', async (values, field) => {
    const { status, body } = await create(manager, { first_name: 'Ana', last_name: 'Fictive', ...values });
    expect([status, body.code]).toEqual([422, 'invalid_input']);
    expect(fieldsOf(body)?.map((one) => one?.replace(/\W.*/, ''))).toContain(
      field === 'primary_goals' ? '0' : field,
    );
  });

  it('names the number that another member has', async () => {
    const external_id = randomUUID();
    await newMember({ external_id });
    const { status, body } = await create(manager, { first_name: 'Bo', last_name: 'Fictif', external_id });
    expect([status, fieldsOf(body)]).toEqual([422, ['external_id']]);
  });

  it('is refused to staff, and at a foreign gym', async () => {
    const person = { first_name: 'Ana', last_name: 'Fictive' };
    expect((await create(staff, person)).body.code).toBe('forbidden');
    expect((await create(foreigner, person)).body.code).toBe('not_found');
  });

  it('warns of somebody who is there already, and puts nothing of it into an address', async () => {
    const email = `${randomUUID()}@example.test`;
    const id = await newMember({ email });
    const ask = (values: object, except?: string) =>
      manager.post(`${members}/duplicates`, { gym_id: gym.id, values, ...(except && { except }) });
    expect(await ask({ email: email.toUpperCase() })).toMatchObject({
      status: 200,
      body: [{ id, by: ['email'] }],
    });
    expect((await ask({ email }, id)).body).toEqual([]);
    expect((await ask({ birth_date: 'half' })).body).toEqual([]);
  });
});

describe('two who save at once', () => {
  it('meet each other: the second is told what the first wrote, and nothing is half written', async () => {
    const id = await newMember({ phone: '06 39 98 00 01', membership_type: 'Mensuel' });
    const was = { phone: '06 39 98 00 01', membership_type: 'Mensuel' };
    expect((await save(manager, id, was, { phone: '06 39 98 00 02' })).body).toEqual({
      saved: true,
      theirs: {},
    });
    const second = await save(other, id, was, { phone: '06 39 98 00 03', membership_type: 'Annuel' });
    expect(second).toMatchObject({
      status: 200,
      body: { saved: false, theirs: { phone: '06 39 98 00 02' } },
    });
    expect(await rowOf(id)).toMatchObject({ phone: '06 39 98 00 02', membership_type: 'Mensuel' });
    const chosen = await save(
      other,
      id,
      { ...was, phone: '06 39 98 00 02' },
      { phone: '06 39 98 00 03', membership_type: 'Annuel' },
    );
    expect(chosen.body.saved).toBe(true);
    expect(await rowOf(id)).toMatchObject({ phone: '06 39 98 00 03', membership_type: 'Annuel' });
  });

  it('of eight at the same moment one is first, and every other is told', async () => {
    const id = await newMember({ membership_type: 'Mensuel' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, place) =>
        save(
          place % 2 ? manager : other,
          id,
          { membership_type: 'Mensuel' },
          { membership_type: `Formule ${place}` },
        ),
      ),
    );
    expect(answers.filter(({ body }) => body.saved)).toHaveLength(1);
    const { membership_type: kept } = await rowOf(id);
    for (const { body } of answers) if (!body.saved) expect(body.theirs).toEqual({ membership_type: kept });
  });
});

describe('health', () => {
  it('is written while the consent holds and gone with it', async () => {
    const id = await newMember();
    const refused = await save(manager, id, {}, { injuries: 'genou' });
    expect([refused.status, refused.body.code]).toEqual([409, 'consent_missing']);
    const consent = { purpose: 'health', granted: true, language: 'fr' };
    expect((await staff.post(`${members}/${id}/consents`, consent)).status).toBe(201);
    expect((await save(manager, id, {}, { injuries: 'genou' })).body.saved).toBe(true);
    await staff.post(`${members}/${id}/consents`, { ...consent, granted: false });
    const [row] = await sql()`select injuries from public.member_fitness_profile where member_id = ${id}`;
    expect(row).toEqual({ injuries: null });
  });
});

describe('notes', () => {
  it('are added, changed by their author, deleted and brought back', async () => {
    const id = await newMember();
    const { status, body } = await staff.post(`${members}/${id}/notes`, {
      kind: 'note',
      text: ' Préfère le matin ',
    });
    expect(status).toBe(201);
    const note = `/api/dashboard/notes/${String(body.id)}` as const;
    expect((await staff.call('PUT', note, { text: 'Préfère le soir' })).status).toBe(204);
    expect((await manager.call('PUT', note, { text: 'Autre' })).body.code).toBe('forbidden');
    expect((await manager.call('PUT', note, { deleted: true })).status).toBe(204);
    expect((await manager.call('PUT', note, { deleted: true })).body.code).toBe('conflict');
    expect((await manager.call('PUT', note, { deleted: false })).status).toBe(204);
    expect((await foreigner.call('PUT', note, { deleted: true })).body.code).toBe('not_found');
    const [row] = await sql()`select text, deleted_at from public.member_notes where id = ${String(body.id)}`;
    expect(row).toEqual({ text: 'Préfère le soir', deleted_at: null });
  });

  it.each([
    [{ kind: 'note', text: ' ' }, 'text'],
    [{ kind: 'note', text: 'a'.repeat(2001) }, 'text'],
    [{ kind: 'call' }, 'outcome'],
    [{ kind: 'note', text: 'x', outcome: 'reached' }, 'outcome'],
  ])('name what is wrong', async (note, field) => {
    const { status, body } = await staff.post(`${members}/${await newMember()}/notes`, note);
    expect([status, fieldsOf(body)]).toEqual([422, [field]]);
  });
});

describe('deleting and merging', () => {
  it('deletes, keeps the row for 30 days and brings it back', async () => {
    const id = await newMember();
    expect((await staff.call('DELETE', `${members}/${id}`)).body.code).toBe('forbidden');
    expect((await foreigner.call('DELETE', `${members}/${id}`)).body.code).toBe('not_found');
    expect((await manager.call('DELETE', `${members}/${id}`)).status).toBe(204);
    expect((await save(manager, id, {}, { first_name: 'Bo' })).body.code).toBe('conflict');
    expect((await manager.post(`${members}/${id}/restore`)).status).toBe(204);
    expect((await rowOf(id)).deleted_at).toBeNull();
  });

  it('merges with the chosen values; two merges of one pair at once are one', async () => {
    const [keep, drop] = [
      await newMember({ phone: '06 39 98 00 04' }),
      await newMember({ email: 'drop@example.test' }),
    ];
    await staff.post(`${members}/${drop}/notes`, { kind: 'note', text: 'De l’autre fiche' });
    const merge = (visitor: Visitor) =>
      visitor.post(`${members}/${keep}/merge`, { drop_id: drop, values: { first_name: 'Anaïs' } });
    expect((await merge(staff)).body.code).toBe('forbidden');
    expect((await merge(foreigner)).body.code).toBe('not_found');
    const answers = await Promise.all([merge(manager), merge(other)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(await rowOf(keep)).toMatchObject({
      first_name: 'Anaïs',
      phone: '06 39 98 00 04',
      email: 'drop@example.test',
    });
    expect((await rowOf(drop)).merged_into).toBe(keep);
    const [note] = await sql()`select count(*)::int as n from public.member_notes where member_id = ${keep}`;
    expect(note).toEqual({ n: 1 });
  });
});
