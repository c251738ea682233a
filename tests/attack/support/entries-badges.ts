import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { sql } from '../../support/clients.ts';
import type { Entry } from './entries.ts';
import { makeKiosk, type Tenant } from './world.ts';

/** A badge that the tenant's member has just been given beside the one they hold. */
async function badgeId({ gymId, memberId }: Tenant): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into public.member_badges (id, gym_id, member_id, badge_hash)
    values (${id}, ${gymId}, ${memberId}, ${randomBytes(32).toString('hex')})`;
  return id;
}

/** A read that greeted the tenant's member. */
async function scanId(tenant: Tenant): Promise<string> {
  const id = randomUUID();
  const kiosk = await makeKiosk(tenant);
  await sql()`
    insert into public.badge_scans (id, gym_id, kiosk_id, client_event_id, member_id, member_gym_id, outcome, scanned_at)
    values (${id}, ${tenant.gymId}, ${kiosk.id}, ${randomUUID()}, ${tenant.memberId}, ${tenant.gymId}, 'welcome', now())`;
  return id;
}

/** Somebody at the tenant's desk waits for a badge at a kiosk. */
async function captureId(tenant: Tenant): Promise<string> {
  const id = randomUUID();
  const kiosk = await makeKiosk(tenant);
  await sql()`
    insert into private.badge_captures (id, gym_id, kiosk_id, purpose) values (${id}, ${tenant.gymId}, ${kiosk.id}, 'assign')`;
  return id;
}

const kioskId = async (tenant: Tenant) => (await makeKiosk(tenant)).id;

/** The routes of badges, guests and the entry log. */
export const badgeEntries: Record<string, Entry> = {
  'POST /api/dashboard/badges': {
    ok: [200],
    place: true,
    // Theirs already, so that the callers who walk side by side do not take it from each other.
    body: ({ memberId, badge }) => ({ member_id: memberId, read: badge }),
  },
  'PUT /api/dashboard/badges/[id]': {
    ok: [204],
    again: [409],
    id: badgeId,
    body: () => ({ reason: 'returned' }),
  },
  'POST /api/dashboard/badges/[id]/undo': { ok: [204], again: [404], id: badgeId, body: () => ({}) },
  'POST /api/dashboard/badges/scans/[id]': {
    ok: [409],
    id: scanId,
    body: ({ memberId }) => ({ member_id: memberId }),
  },
  'POST /api/dashboard/badges/captures': { ok: [404], body: () => ({ kiosk_id: randomUUID() }) },
  'GET /api/dashboard/badges/captures/[id]': { ok: [200], id: captureId },
  'DELETE /api/dashboard/badges/captures/[id]': { ok: [204], id: captureId },
  'PUT /api/dashboard/badges/readers/[id]': { ok: [204], id: kioskId, body: () => ({ form: null }) },
  'GET /api/dashboard/badges/members': { ok: [200], gym: true },
  'POST /api/dashboard/badges/guests': {
    ok: [200],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, first_name: 'Walk', read: String(randomInt(1e9, 9e9)) }),
  },
  'GET /api/dashboard/entries/pulse': { ok: [200], gym: true },
  'GET /api/dashboard/entries/export': { ok: [200], gym: true },
};
