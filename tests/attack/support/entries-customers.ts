import { randomUUID } from 'node:crypto';
import { sql } from '../../support/clients.ts';
import { createGym } from '../../support/tenants.ts';
import type { Entry } from './entries.ts';
import type { Tenant } from './world.ts';

/** A gym that is its own customer: one of the walk's tenants on hold would stop everybody else there. */
const customerId = async ({ mark }: Tenant): Promise<string> =>
  (await createGym({ name: `${mark} ${randomUUID()}` })).id;

/** A draft of the platform with all its answers. */
async function draftId({ mark }: Tenant): Promise<string> {
  const id = randomUUID();
  const data = {
    kind: 'gym',
    name: mark,
    city: 'Lyon',
    language: 'fr',
    plan: 'starter',
    trial_ends_on: null,
    owner_name: mark,
    owner_email: `${id}@example.test`,
    owner_language: 'fr',
    gym_language: 'fr',
    timezone: 'Europe/Paris',
  };
  const db = sql();
  await db`insert into private.customer_drafts (id, step, data) values (${id}, 'summary', ${db.json(data)})`;
  return id;
}

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Customers of the platform and those that are being drawn up. */
export const customerEntries: Record<string, Entry> = {
  'GET /api/admin/customers/export': { ok: [200] },
  'PUT /api/admin/customers/[id]/plan': { ok: [204], id: customerId, body: () => ({ plan: 'enterprise' }) },
  'PUT /api/admin/customers/[id]/trial': {
    ok: [204],
    id: customerId,
    body: () => ({ ends_on: inAMonth() }),
  },
  'PUT /api/admin/customers/[id]/suspension': {
    ok: [204],
    again: [409],
    id: customerId,
    body: () => ({ suspended: true, reason: 'A walk through all routes' }),
  },
  'PUT /api/admin/customers/drafts/[id]': {
    ok: [204],
    path: { id: randomUUID() },
    body: () => ({ step: 'plan', kind: 'gym', name: 'A walk through all routes' }),
  },
  'PUT /api/admin/customers/drafts/[id]/discarded': {
    ok: [204],
    id: draftId,
    body: () => ({ discarded: true }),
  },
  'POST /api/admin/customers/drafts/[id]/customer': {
    ok: [201],
    id: draftId,
    body: () => ({}),
  },
};
