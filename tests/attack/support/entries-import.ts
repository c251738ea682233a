import { randomUUID } from 'node:crypto';
import { sql } from '../../support/clients.ts';
import type { Entry } from './entries.ts';
import type { Tenant } from './world.ts';

/** An import of members that has failed: callers of one gym walk side by side, and one import runs there at a time. */
async function importId(tenant: Tenant): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into public.member_imports (id, gym_id, source, filename, state, rows_total, mapping)
    values (${id}, ${tenant.gymId}, ${'a'.repeat(64)}, ${tenant.mark}, 'failed', 0, '[]')`;
  return id;
}

/** The routes of imports. */
export const importEntries: Record<string, Entry> = {
  'POST /api/dashboard/members/import': {
    ok: [201, 409],
    place: true,
    body: ({ gymId }) => ({
      gym_id: gymId,
      filename: 'walk.csv',
      source: 'nom',
      mapping: ['full_name'],
      rows_total: 0,
      errors: [],
    }),
  },
  'POST /api/dashboard/members/import/preview': {
    ok: [200],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, rows: [] }),
  },
  'POST /api/dashboard/members/import/visits': {
    ok: [200],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, rows: [] }),
  },
  'POST /api/dashboard/members/import/[id]/visits': {
    ok: [409],
    id: importId,
    body: () => ({ rows: [] }),
  },
  'POST /api/dashboard/members/import/mapping': {
    ok: [200],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, source: 'nom' }),
  },
  'POST /api/dashboard/members/import/[id]/rows': { ok: [409], id: importId, body: () => ({ rows: [] }) },
  'POST /api/dashboard/members/import/[id]/finish': { ok: [409], id: importId },
  'POST /api/dashboard/members/import/[id]/undo': { ok: [200], again: [409], id: importId },
};
