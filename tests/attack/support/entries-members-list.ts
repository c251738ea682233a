import { randomUUID } from 'node:crypto';
import { sql } from '../../support/clients.ts';
import type { Caller } from './actors.ts';
import type { Entry } from './entries.ts';
import type { Tenant } from './world.ts';

/** Whose it is: the caller's at their own tenant, somebody's there for who has no role yet and at the other one. */
async function ownerAt(tenant: Tenant, caller: Caller): Promise<string | undefined> {
  if (caller.role && caller.sees.includes(tenant)) return caller.person?.id;
  const [somebody] = await sql()<{ id: string }[]>`
    select id from public.users where gym_id = ${tenant.gymId} limit 1`;
  return somebody?.id;
}

async function viewId(tenant: Tenant, caller: Caller): Promise<string> {
  const id = randomUUID();
  const owner = await ownerAt(tenant, caller);
  if (owner)
    await sql()`
      insert into public.member_views (id, gym_id, owner_id, name, query)
      values (${id}, ${tenant.gymId}, ${owner}, ${id}, '{}')`;
  return id;
}

/** A change of nobody, which can be taken back once. */
async function changeId(tenant: Tenant, caller: Caller): Promise<string> {
  const id = randomUUID();
  const owner = await ownerAt(tenant, caller);
  if (owner)
    await sql()`
      insert into private.member_changes (id, gym_id, made_by, action, before, scores, alerts)
      values (${id}, ${tenant.gymId}, ${owner}, 'suspend', '{}', '[]', '[]')`;
  return id;
}

/** The list of members: its files, its changes of many, its saved views. */
export const membersListEntries: Record<string, Entry> = {
  'GET /api/dashboard/members/export': { ok: [200], gym: true },
  'POST /api/dashboard/members/export': {
    ok: [200],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, ids: [randomUUID()], query: { columns: 'ends' }, format: 'xlsx' }),
  },
  'GET /api/dashboard/members/bulk': { ok: [200], gym: true },
  'POST /api/dashboard/members/bulk': {
    ok: [200],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, ids: [randomUUID()], action: 'suspend' }),
  },
  'DELETE /api/dashboard/members/bulk/[id]': { ok: [200], again: [404], id: changeId },
  'POST /api/dashboard/members/views': {
    ok: [201, 422],
    again: [409, 422],
    place: true,
    body: ({ gymId, mark }) => ({ gym_id: gymId, name: `Vue ${mark}`.slice(0, 60), query: { view: 'away' } }),
  },
  'PUT /api/dashboard/members/views/[id]': {
    ok: [204],
    id: viewId,
    body: () => ({ query: { view: 'new' } }),
  },
  'DELETE /api/dashboard/members/views/[id]': { ok: [204], again: [404], id: viewId },
};
