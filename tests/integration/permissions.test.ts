import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GymContext, Role, StaffActor } from '@/lib/auth/actor';
import { can, type Permission, permissions } from '@/lib/auth/permissions';
import { type Client, signIn, sql } from '../support/clients.ts';
import { furnish, type Place } from '../support/furnished-gym.ts';
import { createFranchise, createGym, createStaff, type Person } from '../support/tenants.ts';

let places: Place[];
let franchises: string[];
const people: { name: string; client: Client; actor: StaffActor }[] = [];

/** What the table of permissions does not look at. */
const unasked = { fullName: '', language: 'fr', openAlerts: {}, support: null } as const;

async function enter(
  name: string,
  person: Person,
  visit?: { gym: { id: string }; mayWrite: boolean },
): Promise<void> {
  const client = await signIn(person);
  if (visit) {
    const { error } = await client.rpc('open_support_access', {
      p_gym_id: visit.gym.id,
      p_reason: 'Un lecteur de badges muet',
      p_may_write: visit.mayWrite,
    });
    if (error) throw error;
  }
  const { data, error } = await client.rpc('get_actor');
  if (error) throw error;
  const row = data as unknown as { id: string; email: string; role: Role; gyms: GymContext[] };
  people.push({
    name,
    client,
    actor: { kind: 'staff', ...row, ...unasked, visitors: [] },
  });
}

beforeAll(async () => {
  const [nord, sud] = [await createFranchise(), await createFranchise({ status: 'suspended' })];
  franchises = [nord.id, sud.id];
  const lille = await createGym({ franchise_id: nord.id });
  const arras = await createGym({ franchise_id: nord.id, owner_reads_conversations: true });
  const nice = await createGym({ franchise_id: sud.id });
  const solo = await createGym({ status: 'suspended' });
  places = await Promise.all([lille, arras, nice, solo].map(furnish));
  await enter('staff', await createStaff({ role: 'gym_staff', gym: lille }));
  await enter('manager', await createStaff({ role: 'gym_manager', gym: lille }));
  await enter('owner', await createStaff({ role: 'franchise_owner', franchise: nord }));
  await enter('super admin', await createStaff({ role: 'super_admin' }));
  await enter('reading visitor', await createStaff({ role: 'super_admin' }), { gym: lille, mayWrite: false });
  await enter('acting visitor', await createStaff({ role: 'super_admin' }), { gym: lille, mayWrite: true });
  await enter('visitor of the suspended', await createStaff({ role: 'super_admin' }), {
    gym: solo,
    mayWrite: true,
  });
  await enter('suspended staff', await createStaff({ role: 'gym_staff', gym: nice }));
  await enter('suspended manager', await createStaff({ role: 'gym_manager', gym: nice }));
  await enter('suspended owner', await createStaff({ role: 'franchise_owner', franchise: sud }));
  await enter('suspended independent', await createStaff({ role: 'gym_manager', gym: solo }));
});

type Table =
  | 'gym_members_v2'
  | 'openai_realtime_sessions'
  | 'conversation_events'
  | 'manager_alerts'
  | 'kiosks'
  | 'audit_logs'
  | 'users';

async function opens(client: Client, place: Place): Promise<boolean> {
  const { data, error } = await client.from('gyms').select('id').eq('id', place.id);
  if (error) throw error;
  return data.length === 1;
}

async function finds(client: Client, table: Table, place: Place): Promise<boolean> {
  const { data, error } = await client.from(table).select('id').eq('gym_id', place.id).limit(1);
  if (error) throw new Error(`${table}: ${error.message}`);
  return data.length > 0;
}

/** False when the database refuses with one of these; anything else is a fault. */
function refused(error: { message: string } | null): boolean {
  if (error && !['not_found', 'forbidden', 'customer_suspended'].includes(error.message)) throw error;
  return error !== null;
}

async function actsOn(client: Client, alert: string): Promise<boolean> {
  const before = await sql()`select status, assigned_to from public.manager_alerts where id = ${alert}`;
  const { error } = await client.rpc('act_on_alert', {
    p_alert_id: alert,
    p_action: 'resolve',
    p_notes: 'fait',
  });
  await sql()`
    update public.manager_alerts set status = ${before[0]!.status}, assigned_to = ${before[0]!.assigned_to},
      resolved_at = null, resolution_notes = null where id = ${alert}`;
  return !refused(error);
}

/** Whether one of the helpers of the policies names the place to this person. */
async function isIn(helper: 'manageable_gym_ids' | 'acting_gym_ids', client: Client, place: Place) {
  const { data } = await client.auth.getClaims();
  const [row] = await sql().begin(async (db) => {
    await db`select set_config('request.jwt.claims', ${JSON.stringify(data?.claims)}, true)`;
    await db`set local role authenticated`;
    return db`select ${place.id}::uuid = any (${db.unsafe(`private.${helper}()`)}) as named`;
  });
  return Boolean(row?.named);
}

/** Whether nobody has a door to it yet: the direct call is refused by its grants, whoever makes it. */
async function isShut(call: PromiseLike<{ error: { code: string } | null }>): Promise<boolean> {
  const { error } = await call;
  return error?.code === '42501';
}

/** What each permission is in the database: the person tries it by the API, at a gym. */
const attempts: Record<Exclude<Permission, Ahead>, (client: Client, place: Place) => Promise<boolean>> = {
  'gym.read': opens,
  'gym.update': async (client, place) =>
    (await client.from('gyms').update({ price_note: '29 €' }).eq('id', place.id).select('id')).data
      ?.length === 1,
  'members.read': (client, place) => finds(client, 'gym_members_v2', place),
  'members.contact': async (client, place) => {
    const { data, error } = await client.rpc('list_members', { p_gym_id: place.id });
    if (refused(error)) return false;
    return (
      (data as { rows: { contact: { email: string } | null }[] }).rows[0]?.contact?.email ===
      'alix@example.test'
    );
  },
  'members.act': (client, place) => isIn('acting_gym_ids', client, place),
  'members.update': (client, place) => isIn('manageable_gym_ids', client, place),
  'conversations.read': (client, place) => finds(client, 'openai_realtime_sessions', place),
  'conversations.transcript': (client, place) => finds(client, 'conversation_events', place),
  'conversations.retry': async (client, place) => {
    const { error } = await client.rpc('retry_conversation', { p_session_id: place.failed });
    await sql()`update public.conversation_summaries set status = 'failed' where session_id = ${place.failed}`;
    return !refused(error);
  },
  'alerts.read': (client, place) => finds(client, 'manager_alerts', place),
  'alerts.act': (client, place) => actsOn(client, place.alerts.free),
  'alerts.act_any': (client, place) => actsOn(client, place.alerts.taken),
  'kiosks.read': (client, place) => finds(client, 'kiosks', place),
  'kiosks.pair': async (client, place) => {
    const call = { p_kiosk_id: place.kiosk, p_code_hash: 'a'.repeat(64) };
    return !refused((await client.rpc('issue_provisioning_code', call)).error);
  },
  'kiosks.manage': async (client, place) => {
    const call = { p_kiosk_id: place.kiosk, p_command: 'mute', p_value: 0 };
    const { error } = await client.rpc('command_kiosk', call);
    // One that nobody paired has nothing to hear a command with.
    return !refused(error?.message === 'conflict' ? null : error);
  },
  'kiosks.revoke': async (client, place) =>
    !refused((await client.rpc('revoke_kiosk', { p_kiosk_id: place.kiosk })).error),
  'gyms.create': async (client) =>
    !refused((await client.rpc('create_gym', { p_franchise_id: franchises[0]!, p_name: 'Neuve' })).error),
  'alerts.platform': async (client) => !refused((await client.rpc('list_platform_alerts')).error),
  'costs.read': async (client, place) =>
    !refused((await client.rpc('get_gym_costs', { p_gym_id: place.id })).error),
  'costs.manage': async (client, place) =>
    !refused((await client.rpc('set_gym_budget', { p_gym_id: place.id, p_usd: 9 })).error),
  'kiosks.create': async (client, place) =>
    !refused((await client.rpc('create_kiosk', { p_gym_id: place.id, p_name: 'Neuve' })).error),
  'team.read': (client, place) => finds(client, 'users', place),
  'team.invite': async (client, place) => {
    const { data, error } = await client.rpc('invite_person', {
      p_email: `${randomUUID()}@example.test`,
      p_full_name: 'Alix Martin',
      p_role: 'gym_staff',
      p_gym_id: place.id,
    });
    if (refused(error)) return false;
    return !refused((await client.rpc('revoke_invitation', { p_id: data! })).error);
  },
  'team.manage': async (client, place) => {
    const { error } = await client.rpc('set_person_active', { p_id: place.colleague, p_active: false });
    await sql()`update public.users set is_active = true where id = ${place.colleague}`;
    return !refused(error);
  },
  'audit.read': async (client, place) => {
    const { data, error } = await client.rpc('list_audit', { p_gym_id: place.id });
    const listed = !refused(error) && (data as { rows: unknown[] }).rows.length > 0;
    expect(listed).toBe(await finds(client, 'audit_logs', place));
    return listed;
  },
  'platform.read': async (client, place) =>
    (await opens(client, place)) && !refused((await client.rpc('list_audit')).error),
  'customers.read': async (client, place) => {
    const { data, error } = await client.from('franchises').select('id').in('id', franchises);
    if (error) throw error;
    return data.length === franchises.length && (await opens(client, place));
  },
  'support.open': async (client, place) => {
    const { data, error } = await client.rpc('open_support_access', {
      p_gym_id: place.id,
      p_reason: 'Un essai de la table',
    });
    // Who visits already may not visit twice: that is no refusal of the permission.
    if (error?.message === 'conflict') return true;
    if (refused(error)) return false;
    return !refused((await client.rpc('end_support_access', { p_support_id: data! })).error);
  },
};

/** Permissions that the database opens to nobody yet, with the direct call that would be their door. */
type Ahead = 'customers.manage';
const ahead: Record<Ahead, (client: Client, place: Place) => Promise<boolean>> = {
  'customers.manage': (client) =>
    isShut(client.from('franchises').update({ subscription_plan: 'pro' }).in('id', franchises)),
};

describe('the permission table and the database agree', () => {
  it.each(Object.keys(attempts) as (keyof typeof attempts)[])('%s', async (permission) => {
    const answers: Record<string, boolean> = {};
    const expected: Record<string, boolean> = {};
    for (const { name, client, actor } of people) {
      for (const [index, place] of places.entries()) {
        const at = `${name} at ${['lille', 'arras', 'nice', 'solo'][index]}`;
        answers[at] = await attempts[permission](client, place);
        expected[at] = can(actor, permission, { gymId: place.id });
      }
    }
    expect(answers).toEqual(expected);
    expect(Object.values(answers)).toContain(true);
    expect(Object.values(answers)).toContain(false);
  });

  it('every permission is tried', () =>
    expect([...Object.keys(attempts), ...Object.keys(ahead)].sort()).toEqual(
      Object.keys(permissions).sort(),
    ));

  it.each(Object.keys(ahead) as Ahead[])('%s has no door in the database yet', async (permission) => {
    for (const { name, client } of people)
      for (const place of places) expect(await ahead[permission](client, place), name).toBe(true);
  });

  it('staff take alerts for themselves only', async () => {
    const staff = people.find((one) => one.name === 'staff')!;
    const [lille] = places;
    const assign = (p_assignee: string) =>
      staff.client.rpc('act_on_alert', { p_alert_id: lille!.alerts.free, p_action: 'assign', p_assignee });
    const manager = people.find((one) => one.name === 'manager')!;
    expect((await assign(manager.actor.id)).error?.message).toBe('forbidden');
    expect((await assign(staff.actor.id)).error).toBeNull();
    expect(can(staff.actor, 'alerts.act', { gymId: lille!.id, assignedTo: staff.actor.id })).toBe(true);
  });
});
