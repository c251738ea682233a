import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { createGym, createMember, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

const PATH = '/api/dashboard/classes';
const body = {
  name: 'Boxe',
  coach: null,
  room: null,
  minutes: 60,
  capacity: 1,
  slots: [{ weekday: 3, starts: '18:30' }],
};

let gym: { id: string };
let foreign: { id: string };
let manager: Person;
let staff: Person;

beforeAll(async () => {
  appEnvironment();
  gym = await createGym();
  foreign = await createGym();
  manager = await createStaff({ role: 'gym_manager', gym });
  staff = await createStaff({ role: 'gym_staff', gym });
});

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

/** The first date of a new class of the gym. */
async function newDate(visitor: Visitor) {
  const { body: made } = await visitor.post(PATH, { gym_id: gym.id, ...body });
  const [date] = await sql()<{ id: string; class_id: string; version: string }[]>`
    select id, class_id, to_json(updated_at) #>> '{}' as version from public.class_occurrences
    where class_id = ${String(made.id)} order by starts_at limit 1`;
  return date!;
}

describe('classes', () => {
  it('are made with the dates that follow, and not from an older state', async () => {
    const visitor = await signedIn(manager);
    const { status, body: made } = await visitor.post(PATH, { gym_id: gym.id, ...body });
    expect(status).toBe(201);
    const path = `${PATH}/${String(made.id)}` as const;
    const [one] = await sql()<{ version: string; dates: number }[]>`
      select to_json(c.updated_at) #>> '{}' as version,
        (select count(*)::int from public.class_occurrences o where o.class_id = c.id) as dates
      from public.gym_classes c where c.id = ${String(made.id)}`;
    expect(one?.dates).toBe(8);
    const change = { gym_id: gym.id, ...body, name: 'Boxe anglaise', version: one?.version };
    expect((await visitor.call('PUT', path, { ...change, version: 'soon' })).status).toBe(422);
    expect((await visitor.call('PUT', path, change)).status).toBe(204);
    expect(await visitor.call('PUT', path, change)).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect((await visitor.call('PUT', `${path}/active`, { active: false })).status).toBe(204);
  });

  it.each([
    ['minutes', { minutes: 2 }],
    ['name', { name: '' }],
    ['slots.0.starts', { slots: [{ weekday: 1, starts: 'soir' }] }],
  ])('rejects input and names the field %s', async (field, wrong) => {
    const visitor = await signedIn(manager);
    const answer = await visitor.post(PATH, { gym_id: gym.id, ...body, ...wrong });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it('rejects read-only actor', async () => {
    const visitor = await signedIn(staff);
    expect((await visitor.post(PATH, { gym_id: gym.id, ...body })).status).toBe(403);
  });

  it("other gym's id is not found", async () => {
    const visitor = await signedIn(manager);
    expect((await visitor.post(PATH, { gym_id: foreign.id, ...body })).status).toBe(404);
    expect((await visitor.call('PUT', `${PATH}/${randomUUID()}/active`, { active: true })).status).toBe(404);
    expect((await visitor.call('GET', `${PATH}/export?gym=${foreign.id}`)).status).toBe(404);
  });
});

describe('places', () => {
  it('the last one is given once when two desks give it at the same moment', async () => {
    const date = await newDate(await signedIn(manager));
    const visitor = await signedIn(staff);
    const guests = await Promise.all([createMember(gym), createMember(gym)]);
    const answers = await Promise.all(
      guests.map(({ id }) => visitor.post(`${PATH}/places`, { occurrence_id: date.id, member_id: id })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const given = String(answers.find(({ status }) => status === 201)?.body.id);
    expect((await visitor.call('DELETE', `${PATH}/places/${given}`)).status).toBe(204);
    expect((await visitor.call('DELETE', `${PATH}/places/${given}`)).status).toBe(204);
  });

  it("other gym's member is not found", async () => {
    const date = await newDate(await signedIn(manager));
    const stranger = await createMember(foreign);
    const visitor = await signedIn(staff);
    const answer = await visitor.post(`${PATH}/places`, { occurrence_id: date.id, member_id: stranger.id });
    expect(answer.status).toBe(404);
  });

  it('a date that is cancelled has none, and answers the version that takes it back', async () => {
    const visitor = await signedIn(manager);
    const date = await newDate(visitor);
    const whole = { date: '2027-03-02', time: '07:30', minutes: 30, capacity: 4, coach: 'Lou', room: null };
    const path = `${PATH}/dates/${date.id}` as const;
    const cancelled = await visitor.call('PUT', path, {
      ...whole,
      is_cancelled: true,
      version: date.version,
    });
    expect(cancelled.status).toBe(200);
    const place = { occurrence_id: date.id, member_id: (await createMember(gym)).id };
    expect((await visitor.post(`${PATH}/places`, place)).status).toBe(409);
    const back = { ...whole, is_cancelled: false, version: cancelled.body.version };
    expect((await visitor.call('PUT', path, back)).status).toBe(200);
    expect((await visitor.post(`${PATH}/places`, place)).status).toBe(201);
    expect((await visitor.call('PUT', path, { ...back, version: date.version })).status).toBe(409);
  });
});
