import { beforeAll, describe, expect, it } from 'vitest';
import type { GymContext, Role, StaffActor } from '@/lib/auth/actor';
import { can, type Permission, permissions } from '@/lib/auth/permissions';
import { type Client, signIn, sql } from '../support/clients.ts';
import {
  createFranchise,
  createGym,
  createKiosk,
  createMember,
  createStaff,
  type Person,
} from '../support/tenants.ts';

interface Place {
  id: string;
  name: string;
  kiosk: string;
  /** An alert of nobody, one of a colleague. */
  alerts: { free: string; taken: string };
}

let places: Place[];
const people: { name: string; client: Client; actor: StaffActor }[] = [];

/** A gym with one row of each kind that a permission opens. */
async function furnish(gym: { id: string; name: string }): Promise<Place> {
  const kiosk = await createKiosk(gym);
  const member = await createMember(gym, { email: 'alix@example.test' });
  const colleague = await createStaff({ role: 'gym_staff', gym });
  const db = sql();
  const [session] = await db<{ id: string }[]>`
    insert into public.openai_realtime_sessions (gym_id, kiosk_id, member_id, language, expires_at, consent)
    values (${gym.id}, ${kiosk.id}, ${member.id}, 'fr', now() + interval '1 hour',
      '{"talk": true, "analyse": true, "remember": false}')
    returning id`;
  await db`
    insert into public.conversation_events (gym_id, session_id, source, seq, kind, text)
    values (${gym.id}, ${session!.id}, 'member', 1, 'said', 'Bonjour')`;
  const [free] = await db<{ id: string }[]>`
    insert into public.manager_alerts (gym_id, member_id, alert_type, title)
    values (${gym.id}, ${member.id}, 'churn_risk', 'churn_risk') returning id`;
  const [taken] = await db<{ id: string }[]>`
    insert into public.manager_alerts (gym_id, member_id, alert_type, title, status, assigned_to)
    values (${gym.id}, ${member.id}, 'milestone', 'milestone', 'in_progress', ${colleague.id}) returning id`;
  return { ...gym, kiosk: kiosk.id, alerts: { free: free!.id, taken: taken!.id } };
}

async function enter(name: string, person: Person): Promise<void> {
  const client = await signIn(person);
  const { data, error } = await client.rpc('get_actor');
  if (error) throw error;
  const row = data as unknown as { id: string; email: string; role: Role; gyms: GymContext[] };
  people.push({
    name,
    client,
    actor: { kind: 'staff', ...row, fullName: '', language: 'fr', openAlerts: {} },
  });
}

beforeAll(async () => {
  const [nord, sud] = [await createFranchise(), await createFranchise({ status: 'suspended' })];
  const lille = await createGym({ franchise_id: nord.id });
  const arras = await createGym({ franchise_id: nord.id, owner_reads_conversations: true });
  const nice = await createGym({ franchise_id: sud.id });
  const solo = await createGym({ status: 'suspended' });
  places = await Promise.all([lille, arras, nice, solo].map(furnish));
  await enter('staff', await createStaff({ role: 'gym_staff', gym: lille }));
  await enter('manager', await createStaff({ role: 'gym_manager', gym: lille }));
  await enter('owner', await createStaff({ role: 'franchise_owner', franchise: nord }));
  await enter('super admin', await createStaff({ role: 'super_admin' }));
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

/** What each permission is in the database: the person tries it by the API, at a gym. */
const attempts: Record<Permission, (client: Client, place: Place) => Promise<boolean>> = {
  'gym.read': async (client, place) =>
    (await client.from('gyms').select('id').eq('id', place.id)).data?.length === 1,
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
  'conversations.read': (client, place) => finds(client, 'openai_realtime_sessions', place),
  'conversations.transcript': (client, place) => finds(client, 'conversation_events', place),
  'alerts.read': (client, place) => finds(client, 'manager_alerts', place),
  'alerts.act': (client, place) => actsOn(client, place.alerts.free),
  'alerts.act_any': (client, place) => actsOn(client, place.alerts.taken),
  'kiosks.read': (client, place) => finds(client, 'kiosks', place),
  'kiosks.pair': async (client, place) => {
    const call = { p_kiosk_id: place.kiosk, p_code_hash: 'a'.repeat(64) };
    return !refused((await client.rpc('issue_provisioning_code', call)).error);
  },
  'kiosks.revoke': async (client, place) =>
    !refused((await client.rpc('revoke_kiosk', { p_kiosk_id: place.kiosk })).error),
  'team.read': (client, place) => finds(client, 'users', place),
  'audit.read': (client, place) => finds(client, 'audit_logs', place),
};

describe('the permission table and the database agree', () => {
  it.each(Object.keys(permissions) as Permission[])('%s', async (permission) => {
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
