import { randomUUID } from 'node:crypto';
import { sql } from '../../support/clients.ts';
import type { Entry } from './entries.ts';
import type { Tenant } from './world.ts';

const NO_VERSION = '2026-01-01T00:00:00Z';
const plan = { name: 'Marche', coach: null, room: null, minutes: 60, capacity: 10, slots: [] };

/** A class of the tenant. */
async function classId({ gymId, mark }: Tenant): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into public.gym_classes (id, gym_id, name, minutes, capacity) values (${id}, ${gymId}, ${mark.slice(0, 80)}, 60, 10)`;
  return id;
}

/** A date of a class of the tenant, tomorrow. */
async function dateId(tenant: Tenant): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into public.class_occurrences (id, gym_id, class_id, starts_at, minutes, capacity)
    values (${id}, ${tenant.gymId}, ${await classId(tenant)}, now() + interval '1 day', 60, 10)`;
  return id;
}

/** A member's place at such a date. */
async function placeId(tenant: Tenant): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into public.class_bookings (id, gym_id, occurrence_id, member_id, status, source)
    select ${id}, m.gym_id, ${await dateId(tenant)}, m.id, 'booked', 'desk'
    from public.gym_members_v2 m where m.gym_id = ${tenant.gymId} limit 1`;
  return id;
}

/** Routes of the classes' page; ids in bodies are unknown ones, which is what a foreign one must look like. */
export const classEntries: Record<string, Entry> = {
  'GET /api/dashboard/classes/export': { ok: [200], gym: true },
  'POST /api/dashboard/classes': {
    ok: [201],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, ...plan }),
  },
  'PUT /api/dashboard/classes/[id]': {
    ok: [409],
    id: classId,
    body: ({ gymId }) => ({ gym_id: gymId, version: NO_VERSION, ...plan }),
  },
  'PUT /api/dashboard/classes/[id]/active': { ok: [204], id: classId, body: () => ({ active: false }) },
  'POST /api/dashboard/classes/dates': {
    ok: [404],
    body: () => ({ class_id: randomUUID(), date: '2027-01-05', time: '10:00' }),
  },
  'PUT /api/dashboard/classes/dates/[id]': {
    ok: [409],
    id: dateId,
    body: () => ({
      version: NO_VERSION,
      date: '2027-01-05',
      time: '10:00',
      minutes: 60,
      capacity: 10,
      coach: null,
      room: null,
      is_cancelled: true,
    }),
  },
  'POST /api/dashboard/classes/places': {
    ok: [404],
    body: () => ({ occurrence_id: randomUUID(), member_id: randomUUID() }),
  },
  'DELETE /api/dashboard/classes/places/[id]': { ok: [204], id: placeId },
};
