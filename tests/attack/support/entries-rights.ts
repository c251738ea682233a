import { createMember } from '../../support/tenants.ts';
import type { Entry } from './entries.ts';
import type { Tenant } from './world.ts';

/** A member of the tenant's gym whom nobody else needs. */
const memberId = async (tenant: Tenant): Promise<string> =>
  (await createMember({ id: tenant.gymId }, { first_name: tenant.mark, last_name: tenant.mark })).id;

/** Access file, erasure and move of a member. */
export const rightsEntries: Record<string, Entry> = {
  'POST /api/dashboard/members/[id]/access-file': {
    ok: [200],
    id: memberId,
    body: () => ({ format: 'json', checked: 'at_desk' }),
  },
  'POST /api/dashboard/members/[id]/erase': {
    ok: [200],
    again: [404],
    id: memberId,
    body: ({ mark }) => ({ confirm: mark }),
  },
  // To where they are already: a customer of the walk has one gym.
  'POST /api/dashboard/members/[id]/move': {
    ok: [422],
    id: memberId,
    body: ({ gymId }) => ({ gym_id: gymId }),
  },
  'DELETE /api/dashboard/members/[id]/move': { ok: [409], id: memberId },
};
