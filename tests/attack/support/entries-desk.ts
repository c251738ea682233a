import { randomUUID } from 'node:crypto';
import { sql } from '../../support/clients.ts';
import type { Entry } from './entries.ts';
import type { Tenant } from './world.ts';

/** A visit of the tenant's member, long over. */
async function visitId({ gymId, memberId }: Tenant): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into public.gym_visits (id, gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source)
    values (${id}, ${gymId}, ${memberId}, ${gymId}, '2020-01-01', '2020-01-01', '2020-01-01', 'desk')`;
  return id;
}

/** A check-in of the tenant's member that was undone. */
async function checkInId(tenant: Tenant): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into public.desk_check_ins (id, gym_id, member_id, visit_id, at, undone_at)
    values (${id}, ${tenant.gymId}, ${tenant.memberId}, ${await visitId(tenant)}, '2020-01-01', now())`;
  return id;
}

/** A place in a class that the tenant's member gave back themselves. */
async function bookingId({ gymId, memberId }: Tenant): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into public.class_bookings (id, gym_id, occurrence_id, member_id, status, source, cancelled_at)
    select ${id}, gym_id, id, ${memberId}, 'cancelled', 'kiosk', now() from public.class_occurrences
    where gym_id = ${gymId} limit 1`;
  return id;
}

/** The desk's routes. */
export const deskEntries: Record<string, Entry> = {
  'POST /api/dashboard/desk/search': {
    ok: [200],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, text: 'a' }),
  },
  'POST /api/dashboard/desk/ticks': {
    ok: [200],
    place: true,
    body: ({ memberId }) => ({ member_id: memberId, code: 'birthday', said: true }),
  },
  'POST /api/dashboard/desk/check-ins': {
    ok: [200],
    place: true,
    body: ({ memberId }) => ({ member_id: memberId }),
  },
  'DELETE /api/dashboard/desk/check-ins/[id]': { ok: [409], id: checkInId },
  'PUT /api/dashboard/desk/visits/[id]': { ok: [204], id: visitId, body: () => ({ left: true }) },
  'PUT /api/dashboard/desk/bookings/[id]': {
    ok: [409],
    id: bookingId,
    body: () => ({ answer: 'reopen' }),
  },
};
