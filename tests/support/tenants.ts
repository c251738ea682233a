import { randomBytes, randomUUID } from 'node:crypto';
import { generateSecret } from 'otplib';
import type { Database } from '../../lib/supabase/database.types.ts';
import { hashBadge, hashToken } from './badges.ts';
import { secretClient, sql } from './clients.ts';

type Insert<T extends keyof Database['public']['Tables']> = Database['public']['Tables'][T]['Insert'];
type Role = Database['public']['Enums']['user_role'];

export interface Person {
  id: string;
  email: string;
  password: string;
  role: Role;
  /** Secret of their verified factor; super admins have one. */
  totpSecret?: string;
}

export interface Kiosk {
  id: string;
  slug: string;
  gymId: string;
  token: string;
  tokenHash: string;
}

export interface Member {
  id: string;
  gymId: string;
  /** Canonical form of the badge, 8 hex digits. */
  badge: string;
  badgeHash: string;
}

const mark = () => randomBytes(4).toString('hex');

async function insert(table: string, row: object): Promise<string> {
  const db = sql();
  const [made] = await db<{ id: string }[]>`insert into ${db(table)} ${db(row)} returning id`;
  if (!made) throw new Error(`Nothing was inserted into ${table}.`);
  return made.id;
}

/** A franchise of its own name with a plan without limits; `columns` overrides what is set by default. */
export async function createFranchise(columns: Partial<Insert<'franchises'>> = {}) {
  const row = { name: `Franchise ${mark()}`, subscription_plan: 'enterprise', ...columns };
  return { id: await insert('public.franchises', row), name: row.name };
}

/** A gym, independent and with a plan without limits unless `franchise_id` is given. */
export async function createGym(columns: Partial<Insert<'gyms'>> = {}) {
  const plan = columns.franchise_id ? {} : { subscription_plan: 'enterprise' };
  const row = { name: `Gym ${mark()}`, city: 'Lyon', ...plan, ...columns };
  const { opening_hours, ...plain } = row;
  const hours = opening_hours === undefined ? {} : { opening_hours: sql().json(opening_hours as never) };
  return { id: await insert('public.gyms', { ...plain, ...hours }), name: row.name };
}

/**
 * A person who can sign in: of a gym, of a franchise, or (with neither) a super admin, who has a factor. The password's
 * hash is one that compares in 3 ms instead of 70, unless a test is about that time (`realHash`).
 */
export async function createStaff(
  o: { role: Role; gym?: { id: string }; franchise?: { id: string } } & Partial<
    Pick<Insert<'users'>, 'full_name' | 'language' | 'is_active'>
  > & { realHash?: boolean },
): Promise<Person> {
  const { role, gym, franchise, realHash, ...columns } = o;
  const email = `${role.replace('_', '-')}-${mark()}@example.test`;
  const password = randomBytes(12).toString('base64url');
  const { data, error } = await secretClient().auth.admin.createUser({
    email,
    ...(realHash ? { password } : {}),
    email_confirm: true,
  });
  if (error) throw new Error(`${email} could not be created: ${error.message}`);
  if (!realHash)
    await sql()`
      update auth.users set encrypted_password = extensions.crypt(${password}::text, extensions.gen_salt('bf', 4))
      where id = ${data.user.id}`;
  const id = await insert('public.users', {
    id: data.user.id,
    email,
    full_name: `Person ${mark()}`,
    role,
    gym_id: gym?.id ?? null,
    franchise_id: franchise?.id ?? null,
    ...columns,
  });
  return role === 'super_admin'
    ? { id, email, password, role, totpSecret: await addFactor({ id }) }
    : { id, email, password, role };
}

/** Gives a person a verified TOTP factor; returns its secret. */
export async function addFactor(person: { id: string }): Promise<string> {
  const secret = generateSecret();
  await insert('auth.mfa_factors', {
    user_id: person.id,
    friendly_name: 'Phone',
    factor_type: 'totp',
    status: 'verified',
    secret,
  });
  return secret;
}

/** A paired kiosk with its token. */
export async function createKiosk(
  gym: { id: string },
  columns: Partial<Insert<'kiosks'>> = {},
): Promise<Kiosk> {
  const slug = `kiosk-${mark()}`;
  const row = { gym_id: gym.id, slug, name: 'Entrance', status: 'online', ...columns };
  const id = await insert('public.kiosks', row);
  const token = randomBytes(32).toString('hex');
  const tokenHash = hashToken(token);
  await sql()`
    insert into private.kiosk_credentials (kiosk_id, token_hash, token_issued_at) values (${id}, ${tokenHash}, now())
    on conflict (kiosk_id) do update set token_hash = excluded.token_hash, token_issued_at = now(), revoked_at = null`;
  return { id, slug: row.slug, gymId: gym.id, token, tokenHash };
}

/** An active member with a valid badge. */
export async function createMember(
  gym: { id: string },
  columns: Partial<Insert<'gym_members_v2'>> = {},
): Promise<Member> {
  const badge = mark();
  const id = await insert('public.gym_members_v2', {
    gym_id: gym.id,
    first_name: 'Camille',
    last_name: 'Martin',
    external_id: randomUUID(),
    badge_id: String(Number.parseInt(badge, 16)).padStart(10, '0'),
    membership_type: 'Mensuel',
    ...columns,
  });
  const badgeHash = hashBadge(badge);
  await insert('public.member_badges', { gym_id: gym.id, member_id: id, badge_hash: badgeHash });
  return { id, gymId: gym.id, badge, badgeHash };
}
