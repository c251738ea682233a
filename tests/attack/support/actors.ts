import { randomBytes } from 'node:crypto';
import { sql } from '../../support/clients.ts';
import { addFactor } from '../../support/tenants.ts';
import {
  forgedTokens,
  makeAccounts,
  makePeople,
  type Person,
  type Role,
  signInAs,
  signInCookie,
  tokenOf,
} from './people.ts';
import { makeKiosk, type Tenant } from './world.ts';

/** How far a sign-in has come, as the routes of signing in tell it apart; `none` is nobody at all. */
export type State = 'none' | 'setup' | 'enrol' | 'mfa' | 'ready';

/** Somebody who calls, and what the rules say about them. */
export interface Caller {
  headers: { cookie?: string; authorization?: string };
  state: State;
  role?: Role;
  /** A kiosk that is paired, or was. */
  kiosk?: 'paired' | 'revoked';
  person?: Person;
  sessionId?: string;
  /** Whose rows they may see. */
  sees: Tenant[];
}

export interface World {
  own: Tenant;
  other: Tenant;
}

const nobody = (headers: Caller['headers'] = {}): Caller => ({ headers, state: 'none', sees: [] });

async function person(role: Role, tenant: Tenant): Promise<Person> {
  const places = { gym_staff: 'gymId', gym_manager: 'gymId', franchise_owner: 'franchiseId' } as const;
  const place = role === 'super_admin' ? {} : { [places[role]]: tenant[places[role]] };
  const name = role === 'super_admin' ? 'Platform' : tenant.mark;
  const [made] = await makePeople(1, { role, name, ...place });
  return made!;
}

async function team(role: Role, tenant: Tenant): Promise<Caller> {
  const signIn = await signInAs(await person(role, tenant));
  const { cookie, sessionId } = signIn;
  return { headers: { cookie }, state: 'ready', role, person: signIn.person, sessionId, sees: [tenant] };
}

async function admin(level: 'aal1' | 'aal2', world: World): Promise<Caller> {
  const made = await person('super_admin', world.own);
  await addFactor(made);
  const { cookie, sessionId } = await signInAs(made, level);
  const state = level === 'aal2' ? 'ready' : 'mfa';
  return {
    headers: { cookie },
    state,
    role: 'super_admin',
    person: made,
    sessionId,
    sees: [world.own, world.other],
  };
}

/** A manager's sign-in with something done to it that ends it. */
async function spoilt(
  world: World,
  spoil: (made: Person, sessionId: string) => Promise<unknown>,
): Promise<Caller> {
  const { cookie, sessionId, person: made } = await signInAs(await person('gym_manager', world.own));
  await spoil(made, sessionId);
  return nobody({ cookie });
}

async function withToken(
  world: World,
  token: (made: Person, sessionId: string) => Promise<string>,
): Promise<Caller> {
  const { person: made, sessionId } = await signInAs(await person('gym_manager', world.own));
  return nobody({ cookie: signInCookie(await token(made, sessionId), made) });
}

async function forged(world: World, how: string): Promise<Caller> {
  const signIn = await signInAs(await person('gym_manager', world.own));
  const token = (await forgedTokens(signIn))[how];
  if (!token) throw new Error(`There is no forgery called ${how}.`);
  return nobody({ cookie: signInCookie(token, signIn.person) });
}

async function kiosk(tenant: Tenant, pairing: 'paired' | 'revoked'): Promise<Caller> {
  const { id, cookie } = await makeKiosk(tenant);
  if (pairing === 'revoked')
    await sql()`update private.kiosk_credentials set revoked_at = now() where kiosk_id = ${id}`;
  return { headers: { cookie }, state: 'none', kiosk: pairing, sees: pairing === 'paired' ? [tenant] : [] };
}

/** Everybody who calls, each made afresh for the route that they call. */
export const callers: Record<string, (world: World) => Promise<Caller>> = {
  anonymous: async () => nobody(),
  staff: ({ own }) => team('gym_staff', own),
  manager: ({ own }) => team('gym_manager', own),
  owner: ({ own }) => team('franchise_owner', own),
  "the other tenant's manager": ({ other }) => team('gym_manager', other),
  "the other tenant's owner": ({ other }) => team('franchise_owner', other),
  'super admin at aal2': (world) => admin('aal2', world),
  'super admin at aal1': (world) => admin('aal1', world),
  'super admin without a factor': async ({ own }) => {
    const made = await person('super_admin', own);
    const { cookie, sessionId } = await signInAs(made);
    return { headers: { cookie }, state: 'enrol', role: 'super_admin', person: made, sessionId, sees: [] };
  },
  'invited, on the way to their first day': async ({ own }) => {
    const [account] = await makeAccounts(1, own.mark);
    await sql()`
      insert into public.invitations (email, full_name, role, gym_id, invited_by)
      select ${account!.email}, 'Camille Martin', 'gym_staff', ${own.gymId}, id
      from public.users where gym_id = ${own.gymId} and role = 'gym_manager' and is_active limit 1`;
    const made = { ...account!, role: 'gym_staff' as const };
    const { sessionId } = await signInAs(made);
    // They came by the link of their invitation.
    await sql()`
      insert into auth.mfa_amr_claims (session_id, authentication_method, created_at, updated_at)
      values (${sessionId}, 'otp', now(), now())`;
    const amr = [{ method: 'otp', timestamp: Math.floor(Date.now() / 1000) - 5 }];
    const cookie = signInCookie(await tokenOf(made, { sessionId, more: { amr } }), made);
    return { headers: { cookie }, state: 'setup', person: made, sessionId, sees: [own] };
  },
  'an account of nobody': async ({ own }) => {
    const [account] = await makeAccounts(1, own.mark);
    const { cookie } = await signInAs({ ...account!, role: 'gym_staff' });
    return nobody({ cookie });
  },
  'manager at aal1 with a factor': async ({ own }) => {
    const caller = await team('gym_manager', own);
    await addFactor(caller.person!);
    return { ...caller, state: 'mfa', sees: [] };
  },
  deactivated: (world) =>
    spoilt(world, (made) => sql()`update public.users set is_active = false where id = ${made.id}`),
  'signed out elsewhere': (world) =>
    spoilt(world, (_made, sessionId) => sql()`delete from auth.sessions where id = ${sessionId}`),
  'signed in 31 days ago': (world) =>
    spoilt(
      world,
      (_made, sessionId) =>
        sql()`update auth.sessions set created_at = now() - interval '31 days' where id = ${sessionId}`,
    ),
  "with somebody else's session": (world) =>
    withToken(world, async (made) => {
      const colleague = await signInAs(await person('gym_manager', world.own));
      return tokenOf(made, { sessionId: colleague.sessionId });
    }),
  'with an expired token': (world) =>
    withToken(world, (made, sessionId) => tokenOf(made, { sessionId, endsIn: -600 })),
  'with a token without session': (world) =>
    withToken(world, (made) => tokenOf(made, { more: { session_id: undefined } })),
  'with a token of alg none': (world) => forged(world, 'alg none'),
  'with a token signed by the public key': (world) => forged(world, 'HS256 with the public key'),
  'with a token of another key': (world) => forged(world, 'another key'),
  'with a bearer token alone': async ({ own }) => {
    const { token } = await signInAs(await person('gym_manager', own));
    return nobody({ authorization: `Bearer ${token}` });
  },
  kiosk: ({ own }) => kiosk(own, 'paired'),
  "the other gym's kiosk": ({ other }) => kiosk(other, 'paired'),
  'revoked kiosk': ({ own }) => kiosk(own, 'revoked'),
  'kiosk with a made-up token': async () => nobody({ cookie: `kiosk=${randomBytes(32).toString('hex')}` }),
};
