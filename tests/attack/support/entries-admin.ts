import type { Entry } from './entries.ts';
import type { Tenant } from './world.ts';

const NO_VERSION = '2026-01-01T00:00:00Z';
const franchiseId = async (tenant: Tenant) => tenant.franchiseId;
const gymId = async (tenant: Tenant) => tenant.gymId;

/** Routes of the platform's lists and pages of franchises, gyms and users. */
export const adminEntries: Record<string, Entry> = {
  'GET /api/admin/franchises/export': { ok: [200] },
  'GET /api/admin/gyms/export': { ok: [200] },
  'GET /api/admin/users/export': { ok: [200] },
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
