import { randomUUID } from 'node:crypto';
import { inTransaction } from '../database/transaction.ts';
import type { Database, Row, Session } from '../types.ts';
import { banSeconds, checkEmail, checkPassword, type UserAttributes } from './admin-input.ts';
import { AuthRefusal } from './answers.ts';

export type AdminUser = Row & { id: string; email: string | null };

/** A factor as clients see it, without its secret. */
export const shownFactor = `jsonb_build_object('id', f.id, 'friendly_name', coalesce(f.friendly_name, ''),
  'factor_type', f.factor_type, 'status', f.status, 'created_at', f.created_at, 'updated_at', f.updated_at)`;

const shown = `jsonb_strip_nulls(jsonb_build_object(
  'id', u.id, 'aud', u.aud, 'role', u.role, 'email', u.email, 'phone', coalesce(u.phone, ''),
  'email_confirmed_at', u.email_confirmed_at, 'confirmed_at', u.confirmed_at, 'invited_at', u.invited_at,
  'last_sign_in_at', u.last_sign_in_at, 'banned_until', u.banned_until, 'is_anonymous', u.is_anonymous,
  'new_email', u.email_change, 'confirmation_sent_at', u.confirmation_sent_at, 'recovery_sent_at', u.recovery_sent_at,
  'email_change_sent_at', u.email_change_sent_at, 'created_at', u.created_at, 'updated_at', u.updated_at,
  'factors', (select jsonb_agg(${shownFactor} order by f.created_at) from auth.mfa_factors f where f.user_id = u.id)))
  || jsonb_build_object(
    'app_metadata', coalesce(u.raw_app_meta_data, '{}'), 'user_metadata', coalesce(u.raw_user_meta_data, '{}'),
    'identities', (select coalesce(jsonb_agg(jsonb_build_object(
        'identity_id', i.id, 'id', i.provider_id, 'user_id', i.user_id, 'provider', i.provider, 'email', i.email,
        'identity_data', i.identity_data, 'created_at', i.created_at, 'updated_at', i.updated_at,
        'last_sign_in_at', i.last_sign_in_at) order by i.created_at), '[]')
      from auth.identities i where i.user_id = u.id)) as shown`;

/** Throws `AuthRefusal` when there is no such user. */
export async function readUser(session: Session, id: string): Promise<AdminUser> {
  const [row] = await session.query<{ shown: AdminUser }>(
    `select ${shown} from auth.users u where u.id = $1`,
    [id],
  );
  if (!row) throw new AuthRefusal(404, 'user_not_found', 'User not found');
  return row.shown;
}

function refuseTaken(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === '23505')
    throw new AuthRefusal(422, 'email_exists', 'A user with this email address has already been registered');
  throw error;
}

/** Adds a user with the e-mail identity that password sign-in needs, in the caller's transaction. Throws `AuthRefusal`. */
export async function insertUser(session: Session, input: UserAttributes): Promise<AdminUser> {
  if (!input.email) throw new AuthRefusal(400, 'validation_failed', 'Cannot create a user without an email');
  const email = checkEmail(input.email);
  const password = input.password === undefined ? null : checkPassword(input.password);
  const id = input.id ?? randomUUID();
  const ban = input.ban_duration === undefined ? 0 : banSeconds(input.ban_duration);
  await session
    .query(
      `insert into auth.users (id, email, encrypted_password, role, email_confirmed_at, banned_until,
         raw_app_meta_data, raw_user_meta_data)
       values ($1, $2, extensions.crypt($3::text, extensions.gen_salt('bf', 10)), $4,
         case when $5::boolean then now() end, case when $6::int > 0 then now() + make_interval(secs => $6::int) end,
         '{"provider": "email", "providers": ["email"]}'::jsonb || $7::text::jsonb, $8::text::jsonb)`,
      [
        id,
        email,
        password,
        input.role ?? 'authenticated',
        input.email_confirm ?? false,
        ban,
        JSON.stringify(input.app_metadata ?? {}),
        JSON.stringify(input.user_metadata ?? {}),
      ],
    )
    .catch(refuseTaken);
  await session.query(
    `insert into auth.identities (id, provider, provider_id, user_id, identity_data)
     values (gen_random_uuid(), 'email', $1::text, $1::uuid,
       jsonb_build_object('sub', $1::text, 'email', $2::text, 'email_verified', $3::boolean, 'phone_verified', false))`,
    [id, email, input.email_confirm ?? false],
  );
  return readUser(session, id);
}

/** Creates a user with the e-mail identity that password sign-in needs. Throws `AuthRefusal`. */
export function createUser(database: Database, input: UserAttributes): Promise<AdminUser> {
  return inTransaction(database, (session) => insertUser(session, input));
}

/** Changes a user; a new password or a ban ends every sign-in. Throws `AuthRefusal`. */
export async function updateUser(database: Database, id: string, input: UserAttributes): Promise<AdminUser> {
  const email = input.email === undefined ? null : checkEmail(input.email);
  const password = input.password === undefined ? null : checkPassword(input.password);
  const ban = input.ban_duration === undefined ? null : banSeconds(input.ban_duration);
  return inTransaction(database, async (session) => {
    await readUser(session, id);
    await session
      .query(
        `update auth.users set
           email = coalesce($2::text, email),
           encrypted_password = coalesce(extensions.crypt($3::text, extensions.gen_salt('bf', 10)), encrypted_password),
           email_confirmed_at = case when $4::boolean then coalesce(email_confirmed_at, now()) else email_confirmed_at end,
           role = coalesce($5::text, role),
           banned_until = case when $6::int is null then banned_until
             when $6::int > 0 then now() + make_interval(secs => $6::int) end,
           raw_app_meta_data = jsonb_strip_nulls(coalesce(raw_app_meta_data, '{}') || $7::text::jsonb),
           raw_user_meta_data = jsonb_strip_nulls(coalesce(raw_user_meta_data, '{}') || $8::text::jsonb),
           updated_at = now()
         where id = $1::uuid`,
        [
          id,
          email,
          password,
          input.email_confirm ?? false,
          input.role ?? null,
          ban,
          JSON.stringify(input.app_metadata ?? {}),
          JSON.stringify(input.user_metadata ?? {}),
        ],
      )
      .catch(refuseTaken);
    if (email)
      await session.query(
        `update auth.identities set identity_data = identity_data || jsonb_build_object('email', $2::text), updated_at = now()
           where user_id = $1::uuid and provider = 'email'`,
        [id, email],
      );
    if (password !== null || (ban ?? 0) > 0)
      await session.query('delete from auth.sessions where user_id = $1', [id]);
    return readUser(session, id);
  });
}

/** Throws `AuthRefusal` when there is no such user. */
export function getUser(database: Database, id: string): Promise<AdminUser> {
  return database.lock((session) => readUser(session, id));
}

/** Removes a user and what hangs on them by cascade. Throws `AuthRefusal`. */
export function deleteUser(database: Database, id: string): Promise<AdminUser> {
  return database.lock(async (session) => {
    const user = await readUser(session, id);
    await session.query('delete from auth.users where id = $1', [id]);
    return user;
  });
}

/** One page of users, oldest first, and how many there are. */
export function listUsers(
  database: Database,
  page: number,
  size: number,
): Promise<{ users: AdminUser[]; total: number }> {
  return database.lock(async (session) => {
    const rows = await session.query<{ shown: AdminUser }>(
      `select ${shown} from auth.users u order by u.created_at, u.id limit $1::int offset $2::int`,
      [size, (page - 1) * size],
    );
    const [count] = await session.query<{ total: number }>('select count(*)::int as total from auth.users');
    return { users: rows.map((row) => row.shown), total: count?.total ?? 0 };
  });
}
