import { randomUUID } from 'node:crypto';
import { sql } from '../../support/clients.ts';
import type { Entry } from './entries.ts';
import type { Tenant } from './world.ts';

const NO_VERSION = '2026-01-01T00:00:00Z';
const franchiseId = async (tenant: Tenant) => tenant.franchiseId;
const gymId = async (tenant: Tenant) => tenant.gymId;

/** Something that the platform was told, of the tenant's own mark. */
async function platformAlertId(): Promise<string> {
  const [made] = await sql()<{ id: string }[]>`
    insert into private.platform_alerts (kind, subject) values ('model_shutdown', ${randomUUID()}) returning id`;
  return made!.id;
}

/** Routes of the platform's lists and pages of franchises, gyms and users. */
export const adminEntries: Record<string, Entry> = {
  'GET /api/admin/franchises/export': { ok: [200] },
  'GET /api/admin/gyms/export': { ok: [200] },
  'GET /api/admin/users/export': { ok: [200] },
  'GET /api/admin/costs/export': { ok: [200] },
  // The day before the one that came with the product: no other walk's euros change by it.
  'POST /api/admin/costs/rates': { ok: [204], body: () => ({ day: '2025-12-31', usd_per_eur: 1.17 }) },
  'PUT /api/admin/gyms/[id]/budget': { ok: [204], id: gymId, body: () => ({ usd: 90 }) },
  'PUT /api/admin/platform-alerts/[id]': {
    ok: [204],
    again: [409],
    id: platformAlertId,
    body: () => ({ action: 'resolve' }),
  },
  'PUT /api/admin/franchises/[id]': {
    ok: [409],
    id: franchiseId,
    body: ({ mark }) => ({ version: NO_VERSION, name: `Franchise ${mark}` }),
  },
  'POST /api/admin/franchises/[id]/gyms': {
    ok: [201],
    id: franchiseId,
    body: ({ mark }) => ({ name: `Second ${mark}`, city: 'Lyon' }),
  },
  'PUT /api/admin/gyms/[id]': {
    ok: [409],
    id: gymId,
    body: ({ mark }) => ({ version: NO_VERSION, name: `Gym ${mark}` }),
  },
  // Ends what never began: other callers walk through the same gym meanwhile.
  'PUT /api/admin/gyms/[id]/maintenance': { ok: [204], id: gymId, body: () => ({ on: false }) },
  'POST /api/admin/gyms/[id]/kiosks': {
    ok: [201],
    id: gymId,
    body: ({ mark }) => ({ name: `Kiosk ${mark}` }),
  },
};
