import { randomUUID } from 'node:crypto';
import { sql } from '../../support/clients.ts';
import type { Caller, State } from './actors.ts';
import { adminEntries } from './entries-admin.ts';
import { badgeEntries } from './entries-badges.ts';
import { classEntries } from './entries-classes.ts';
import { customerEntries } from './entries-customers.ts';
import { kioskEntries } from './entries-kiosk.ts';
import { membersListEntries } from './entries-members-list.ts';
import { rightsEntries } from './entries-rights.ts';
import { deskEntries } from './entries-desk.ts';
import { importEntries } from './entries-import.ts';
import { gymSettingsEntries } from './gym-settings-entries.ts';
import { makePeople } from './people.ts';
import { makeAlert, makeConversation, type Tenant } from './world.ts';

/** What the walk has to know about a route beside what the route itself says. */
export interface Entry {
  /** Statuses of a proper request by who may; the first is the usual one. */
  ok: number[];
  /** Statuses of the very same request sent again, when they differ. */
  again?: number[];
  /** For routes of signing in: how far the sign-in must have come. */
  states?: State[];
  /** Makes what `[id]` names, in a tenant or for a caller. */
  id?: (tenant: Tenant, caller: Caller) => Promise<string>;
  /** Other parameters of the path. */
  path?: Record<string, string>;
  /** Whether the body names a place of the tenant, so that another's is not found. */
  place?: true;
  /** Whether the query names a gym. */
  gym?: true;
  body?: (tenant: Tenant) => unknown;
  /** Whether a body of any shape is understood. */
  shapeless?: true;
}

const nothing = () => ({});
const totp = () => ({ code: '000000' });

/** A second sign-in of the caller; for a tenant that is not theirs, of somebody there. */
async function signInId(tenant: Tenant, caller: Caller): Promise<string> {
  const db = sql();
  const [somebody] = await db<{ id: string }[]>`
    select id from public.users where gym_id = ${tenant.gymId} and id is distinct from ${caller.person?.id ?? null} limit 1`;
  const owner = caller.sees[0] === tenant ? caller.person?.id : somebody?.id;
  const id = randomUUID();
  if (owner)
    await db`insert into auth.sessions (id, user_id, aal, created_at, updated_at) values (${id}, ${owner}, 'aal1', now(), now())`;
  return id;
}

/** Somebody of staff at the tenant's gym, to be changed by others. */
async function colleagueId(tenant: Tenant): Promise<string> {
  const [made] = await makePeople(1, { role: 'gym_staff', name: tenant.mark, gymId: tenant.gymId });
  return made!.id;
}

/** An open invitation to the tenant's gym, sent a while ago. */
async function invitationId(tenant: Tenant): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into public.invitations (id, email, full_name, role, gym_id, sent_at, created_at)
    values (${id}, ${`${id}@example.test`}, ${tenant.mark}, 'gym_staff', ${tenant.gymId}, now() - interval '1 hour',
      now() - interval '1 hour')`;
  return id;
}

/** A support access of the caller; without one who may have any, an id that nobody has. */
async function supportId(tenant: Tenant, caller: Caller): Promise<string> {
  const id = randomUUID();
  if (caller.role === 'super_admin')
    await sql()`
      insert into public.support_access (id, admin_id, gym_id, reason, expires_at)
      values (${id}, ${caller.person!.id}, ${tenant.gymId}, 'a walk through all routes', now() + interval '30 minutes')`;
  return id;
}

/** A member of the tenant. */
async function memberId({ gymId, mark }: Tenant): Promise<string> {
  const id = randomUUID();
  await sql()`insert into public.gym_members_v2 (id, gym_id, first_name, last_name) values (${id}, ${gymId}, ${mark}, 'Fictif')`;
  return id;
}

/** A note of the caller about a member of the tenant. */
async function noteId(tenant: Tenant, caller: Caller): Promise<string> {
  const id = randomUUID();
  await sql()`
    insert into public.member_notes (id, gym_id, member_id, kind, text, author_id)
    values (${id}, ${tenant.gymId}, ${await memberId(tenant)}, 'note', ${tenant.mark}, ${caller.role ? (caller.person?.id ?? null) : null})`;
  return id;
}

/** Every method of every route; one that is missing here fails the walk. */
export const entries: Record<string, Entry> = {
  'GET /api/health': { ok: [200] },
  'GET /api/ready': { ok: [200] },
  ...Object.fromEntries(
    ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((method) => [
      `${method} /api/[...rest]`,
      { ok: [404], path: { rest: 'nothing/here' } },
    ]),
  ),

  'POST /api/preferences': { ok: [204], body: () => ({ theme: 'dark', locale: 'fr' }) },

  'POST /api/auth/sign-in': {
    ok: [401],
    body: () => ({ email: `${randomUUID()}@example.test`, password: 'not the password' }),
  },
  'POST /api/auth/sign-out': { ok: [204], body: nothing },
  'POST /api/auth/confirm': { ok: [410], body: () => ({ token_hash: randomUUID(), type: 'recovery' }) },
  'POST /api/auth/reset': { ok: [202], body: () => ({ email: `${randomUUID()}@example.test` }) },
  'POST /api/auth/mfa': {
    ok: [422, 409],
    again: [422, 409, 429],
    states: ['mfa', 'ready', 'setup'],
    body: totp,
  },
  'POST /api/auth/mfa/recovery': { ok: [422], states: ['mfa'], body: () => ({ code: 'aaaaa-aaaaa' }) },
  'POST /api/auth/factors': { ok: [200], states: ['enrol', 'ready'], body: nothing },
  'POST /api/auth/factors/[id]': {
    ok: [404],
    states: ['enrol', 'ready'],
    id: async () => randomUUID(),
    body: totp,
  },
  'DELETE /api/auth/factors/[id]': { ok: [404], states: ['ready'], id: async () => randomUUID(), body: totp },
  'POST /api/auth/recovery-codes': { ok: [409, 422], again: [409, 422, 429], states: ['ready'], body: totp },
  'POST /api/auth/password': {
    ok: [422],
    states: ['ready'],
    body: () => ({ password: `Walk ${randomUUID()}`, current: 'not the password' }),
  },
  'POST /api/auth/setup': {
    ok: [200],
    again: [409],
    states: ['setup'],
    body: () => ({
      full_name: 'Camille Martin',
      language: 'fr',
      password: `Walk ${randomUUID()}`,
      terms: true,
    }),
  },
  'DELETE /api/auth/sign-ins/[id]': { ok: [204], again: [404], states: ['ready'], id: signInId },
  'POST /api/auth/sign-ins/end-others': { ok: [200], states: ['ready'], body: nothing },
  'PUT /api/dashboard/settings/profile': {
    ok: [204],
    states: ['ready'],
    body: (tenant) => ({ full_name: `Camille ${tenant.mark}`, language: 'fr' }),
  },

  'POST /api/dashboard/team/invitations': {
    ok: [201],
    place: true,
    body: ({ gymId }) => ({
      email: `${randomUUID()}@example.test`,
      full_name: 'Camille Martin',
      language: 'fr',
      role: 'gym_staff',
      gym_id: gymId,
    }),
    again: [409],
  },
  'POST /api/dashboard/team/invitations/[id]/resend': {
    ok: [204],
    again: [429],
    id: invitationId,
    body: nothing,
  },
  'DELETE /api/dashboard/team/invitations/[id]': { ok: [204], again: [204, 409], id: invitationId },
  'PUT /api/dashboard/team/[id]': {
    ok: [204],
    again: [204],
    id: colleagueId,
    body: () => ({ active: false }),
  },
  ...deskEntries,
  'POST /api/dashboard/first-steps': {
    ok: [204],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, hidden: true }),
  },
  ...gymSettingsEntries,
  'POST /api/dashboard/support': {
    ok: [201],
    again: [409],
    body: ({ gymId }) => ({ gym_id: gymId, reason: 'a walk through all routes', minutes: 5 }),
  },
  'DELETE /api/dashboard/support/[id]': { ok: [204], again: [204, 404, 409], id: supportId },
  'GET /api/dashboard/audit/export': { ok: [200], gym: true },

  'GET /api/dashboard/pulse': { ok: [200], gym: true },
  ...membersListEntries,
  'GET /api/dashboard/members/find': { ok: [200], gym: true },
  'POST /api/dashboard/members': {
    ok: [201],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, values: { first_name: 'Ana', last_name: 'Fictive' } }),
  },
  'POST /api/dashboard/members/duplicates': {
    ok: [200],
    place: true,
    body: ({ gymId }) => ({ gym_id: gymId, values: { email: 'ana@example.test' } }),
  },
  'PUT /api/dashboard/members/[id]': {
    ok: [200],
    id: memberId,
    body: () => ({ base: { membership_type: null }, changes: { membership_type: 'Annuel' } }),
  },
  'DELETE /api/dashboard/members/[id]': { ok: [204], again: [409], id: memberId },
  'POST /api/dashboard/members/[id]/restore': { ok: [409], id: memberId },
  'POST /api/dashboard/members/[id]/merge': {
    ok: [404],
    id: memberId,
    body: () => ({ drop_id: randomUUID(), values: {} }),
  },
  'POST /api/dashboard/members/[id]/notes': {
    ok: [201],
    id: memberId,
    body: () => ({ kind: 'note', text: 'walk' }),
  },
  'POST /api/dashboard/members/[id]/consents': {
    ok: [201],
    id: memberId,
    body: () => ({ purpose: 'remember', granted: false, language: 'fr' }),
  },
  'PUT /api/dashboard/notes/[id]': {
    ok: [204],
    again: [204, 409],
    id: noteId,
    body: () => ({ text: 'walk on' }),
  },
  ...importEntries,
  'GET /api/dashboard/conversations/export': { ok: [200], gym: true },
  'POST /api/dashboard/conversations/[id]/retry': {
    ok: [204],
    again: [204, 409],
    id: makeConversation,
    body: nothing,
  },
  'POST /api/dashboard/alerts/[id]': {
    ok: [200],
    again: [200, 409],
    id: makeAlert,
    body: () => ({ action: 'dismiss', notes: 'walk' }),
  },
  ...adminEntries,
  ...badgeEntries,
  ...classEntries,
  ...rightsEntries,
  ...customerEntries,
  ...kioskEntries,
};
