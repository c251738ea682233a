import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashBadge } from '../support/badges.ts';
import { sql } from '../support/clients.ts';
import {
  createGym,
  createKiosk,
  createMember,
  createStaff,
  type Kiosk,
  type Person,
} from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

const day = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '00:00', close: '24:00' }));

let gym: { id: string };
let manager: Visitor;
let staff: Visitor;
let stranger: Visitor;

async function signedIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

beforeAll(async () => {
  appEnvironment();
  gym = await createGym({ opening_hours: day });
  manager = await signedIn(await createStaff({ role: 'gym_manager', gym }));
  staff = await signedIn(await createStaff({ role: 'gym_staff', gym }));
  const foreign = await createGym();
  stranger = await signedIn(await createStaff({ role: 'gym_manager', gym: foreign }));
});

/** A kiosk's browser: it holds the token alone. */
function screenOf(kiosk: Kiosk): Visitor {
  const screen = new Visitor();
  screen.jar.set('kiosk', kiosk.token);
  return screen;
}

const hold = (screen: Visitor, read: string) =>
  screen.post('/api/kiosk/scan', { event_id: randomUUID(), read, age_ms: 0 });
const give = (visitor: Visitor, memberId: string, read: string, more: object = {}) =>
  visitor.post('/api/dashboard/badges', { member_id: memberId, read, ...more });

/** Somebody of the gym without a badge, whose first name nobody else has. */
async function newcomer(): Promise<{ id: string; name: string }> {
  const name = `N${randomUUID().slice(0, 8)}`;
  const { id } = await createMember(gym, { first_name: name, badge_id: null });
  await sql()`delete from public.member_badges where member_id = ${id}`;
  return { id, name };
}

/** A number that no other test has; four bytes that do not begin with 08. */
function number(): number {
  const drawn = 0x10000000 + Math.floor(Math.random() * 0xe0000000);
  return (drawn & 0xff) === 8 ? drawn + 1 : drawn;
}
const turned = (value: number) =>
  Number.parseInt((value.toString(16).padStart(8, '0').match(/../g) ?? []).reverse().join(''), 16);
const ten = (value: number) => String(value).padStart(10, '0');

describe('a badge that was given at the desk is greeted by a kiosk whose reader writes otherwise', () => {
  it.each([
    ['3829058002', '3536403172'],
    ['0F0184F07A', '0025489530'],
    ['213,02000', '0013961168'],
    ['04A1B2C3D4E5F6', String(BigInt('0x04A1B2C3D4E5F6'))],
  ])('%s is read as %s', async (printed, read) => {
    const member = await newcomer();
    const screen = screenOf(await createKiosk(gym));
    const given = await give(staff, member.id, printed);
    expect(given.body).toMatchObject({ outcome: 'assigned', replaced: false, owner: null });
    expect((await hold(screen, read)).body).toMatchObject({ outcome: 'welcome', first_name: member.name });
    const [row] = await sql()`select badge_id from public.gym_members_v2 where id = ${member.id}`;
    expect(row).toEqual({ badge_id: printed });
  });

  it('a reader of site and card is understood once it was learnt at the desk', async () => {
    const [first, second] = [await newcomer(), await newcomer()];
    const screen = screenOf(await createKiosk(gym));
    await give(staff, first.id, '11107777');
    expect((await hold(screen, ten((111 << 16) + 7777))).status).toBe(404);
    await give(staff, second.id, '11207777', { form: 'wiegand' });
    expect((await hold(screen, ten((112 << 16) + 7777))).body.first_name).toBe(second.name);
  });
});

it('tells what cannot be a badge', async () => {
  const { id } = await newcomer();
  expect((await give(staff, id, '08A1B2C3')).body.code).toBe('badge_random');
  expect((await give(staff, id, '00000000')).body.code).toBe('badge_unreadable');
  const short = await give(staff, id, '123');
  expect(short.body).toMatchObject({ code: 'invalid_input', errors: [{ field: 'read' }] });
});

it('names who has a badge already, takes it over by intent, and gives it back by undo', async () => {
  const [first, second] = [await newcomer(), await newcomer()];
  const value = number();
  await give(staff, first.id, ten(value));
  const refused = await give(manager, second.id, ten(turned(value)));
  expect(refused.body).toMatchObject({ outcome: 'taken', owner: { first_name: first.name, initial: 'M' } });
  expect(JSON.stringify(refused.body)).not.toContain('Martin');
  const taken = await give(manager, second.id, ten(value), { take_over: true });
  expect(taken.body).toMatchObject({ outcome: 'assigned', owner: { first_name: first.name } });
  const screen = screenOf(await createKiosk(gym));
  expect((await hold(screen, ten(value))).body.first_name).toBe(second.name);
  const undone = await manager.post(`/api/dashboard/badges/${String(taken.body.badge_id)}/undo`, {});
  expect(undone.status).toBe(204);
  expect((await hold(screen, ten(value))).body.first_name).toBe(first.name);
});

it('a number that fits two members is given to nobody and greets nobody, and the manager is told', async () => {
  const [first, second, third] = [await newcomer(), await newcomer(), await newcomer()];
  const value = number();
  await give(staff, first.id, ten(value));
  // As two imports from readers that write differently would leave it; the desk refuses the second.
  const other = turned(value).toString(16).padStart(8, '0');
  await sql()`
    insert into public.member_badges (gym_id, member_id, badge_hash) values (${gym.id}, ${second.id}, ${hashBadge(other)})`;
  const refused = await give(manager, third.id, ten(value), { take_over: true });
  expect(refused.body).toEqual({ outcome: 'ambiguous' });
  expect((await hold(screenOf(await createKiosk(gym)), ten(value))).body.code).toBe('badge_ambiguous');
  const alerts = await sql()`
    select kiosk_id is null as at_desk from public.manager_alerts
    where gym_id = ${gym.id} and alert_type = 'reader_suspicious' order by 1`;
  expect(alerts).toEqual([{ at_desk: false }, { at_desk: true }]);
});

it('lost says so at the kiosk without a name; replaced says replaced', async () => {
  const member = await newcomer();
  const screen = screenOf(await createKiosk(gym));
  const [old, fresh] = [number(), number()];
  const given = await give(staff, member.id, ten(old));
  await give(staff, member.id, ten(fresh));
  expect((await hold(screen, ten(old))).body.code).toBe('badge_replaced');
  const current = await sql()<{ id: string }[]>`
    select id from public.member_badges where member_id = ${member.id} and valid_to is null`;
  const path = `/api/dashboard/badges/${current[0]!.id}` as const;
  expect((await staff.call('PUT', path, { reason: 'lost' })).status).toBe(204);
  const lost = await hold(screen, ten(fresh));
  expect(lost).toMatchObject({ status: 410, body: { code: 'badge_lost' } });
  expect(JSON.stringify(lost.body)).not.toContain(member.name);
  expect((await staff.call('PUT', path, { reason: 'lost' })).body.code).toBe('conflict');
  expect((await staff.post(`${path}/undo`, {})).status).toBe(204);
  expect((await hold(screen, ten(fresh))).body.first_name).toBe(member.name);
  expect(given.body.outcome).toBe('assigned');
});

describe('a kiosk that reads for the desk', () => {
  const begin = (visitor: Visitor, kiosk: Kiosk, printed?: string) =>
    visitor.post('/api/dashboard/badges/captures', { kiosk_id: kiosk.id, ...(printed && { printed }) });

  it('hands over the next unknown badge, once', async () => {
    const kiosk = await createKiosk(gym);
    const screen = screenOf(kiosk);
    const member = await newcomer();
    const value = number();
    const waits = await begin(staff, kiosk);
    expect(waits.status).toBe(201);
    const path = `/api/dashboard/badges/captures/${String(waits.body.id)}` as const;
    expect((await staff.call('GET', path)).body.state).toBe('waiting');
    const read = await hold(screen, ten(value));
    expect(read).toMatchObject({ status: 409, body: { code: 'badge_captured' } });
    const got = await staff.call('GET', path);
    expect(got.body).toMatchObject({ state: 'read', tail: ten(value).slice(-4) });
    expect((await stranger.call('GET', path)).status).toBe(404);
    const scan = `/api/dashboard/badges/scans/${String(got.body.scan_id)}` as const;
    expect((await stranger.post(scan, { member_id: member.id })).status).toBe(404);
    expect((await staff.post(scan, { member_id: member.id })).body.outcome).toBe('assigned');
    expect((await staff.call('GET', path)).body.state).toBe('used');
    expect((await hold(screen, ten(value))).body.first_name).toBe(member.name);
  });

  it('learns how its reader writes from one badge whose number is known', async () => {
    const kiosk = await createKiosk(gym);
    const screen = screenOf(kiosk);
    expect((await begin(staff, kiosk, '3829058002')).status).toBe(403);
    const waits = await begin(manager, kiosk, '3829058002');
    await hold(screen, '3536403172');
    const path = `/api/dashboard/badges/captures/${String(waits.body.id)}` as const;
    expect((await manager.call('GET', path)).body).toMatchObject({ state: 'used', form: 'decimal_reversed' });
    // What it reads from now on is kept as it means it, and given so by the log.
    const value = number();
    await hold(screen, ten(turned(value)));
    const member = await newcomer();
    const [scan] = await sql()<{ id: string }[]>`
      select id from public.badge_scans where kiosk_id = ${kiosk.id} and outcome = 'unknown'`;
    await staff.post(`/api/dashboard/badges/scans/${scan!.id}`, { member_id: member.id });
    const [row] = await sql()`select badge_id from public.gym_members_v2 where id = ${member.id}`;
    expect(row).toEqual({ badge_id: ten(value).slice(-4) });
    const other = screenOf(await createKiosk(gym));
    expect((await hold(other, ten(value))).body.first_name).toBe(member.name);
  });
});

it('a guest is greeted today, is never analysed, and leaves the badge behind', async () => {
  const screen = screenOf(await createKiosk(gym));
  const value = number();
  const lent = await staff.post('/api/dashboard/badges/guests', {
    gym_id: gym.id,
    first_name: 'Gaston',
    read: ten(value),
  });
  expect(lent.body.outcome).toBe('assigned');
  expect((await hold(screen, ten(value))).body.first_name).toBe('Gaston');
  const analysed = await sql()`
    select 1 from public.member_analytics a join public.gym_members_v2 m on m.id = a.member_id where m.guest_day is not null`;
  expect(analysed.length).toBe(0);
  expect(
    (await staff.call('PUT', `/api/dashboard/badges/${String(lent.body.badge_id)}`, { reason: 'returned' }))
      .status,
  ).toBe(204);
  expect((await hold(screen, ten(value))).status).toBe(404);
});

it('two desks give one badge at the same moment: one of them has it', async () => {
  const members = await Promise.all([newcomer(), newcomer(), newcomer()]);
  const value = number();
  const answers = await Promise.all(members.map(({ id }) => give(staff, id, ten(value))));
  expect(answers.map(({ body }) => body.outcome).sort()).toEqual(['assigned', 'taken', 'taken']);
});

it('the log is exported without numbers, and a foreign gym is not found', async () => {
  const file = await staff.call('GET', `/api/dashboard/entries/export?gym=${gym.id}`);
  expect(file.status).toBe(200);
  expect(String(file.body.text)).toMatch(/Badge inconnu/);
  expect(String(file.body.text)).not.toMatch(/[0-9a-f]{64}|\d{8}/);
  expect((await stranger.call('GET', `/api/dashboard/entries/export?gym=${gym.id}`)).status).toBe(404);
  expect((await stranger.call('GET', `/api/dashboard/badges/members?gym=${gym.id}`)).status).toBe(404);
  const member = await newcomer();
  expect((await give(stranger, member.id, ten(number()))).status).toBe(404);
});
