import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keys } from '../keys.ts';
import type { Database, Session } from '../types.ts';
import { embedTalks } from './embed-talks.ts';
import { hmacPads } from './pads.ts';

export interface DemoUser {
  id: string;
  email: string;
  full_name: string;
  role: string;
}

/** The demo accounts in `supabase/seed/users.json`; none without the file. */
export async function readDemoUsers(folder: string): Promise<DemoUser[]> {
  const text = await readFile(join(folder, 'users.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  return JSON.parse(text) as DemoUser[];
}

async function isEmpty(session: Session): Promise<boolean> {
  const [row] = await session.query<{ has_table: boolean }>(
    `select to_regclass('public.users') is not null as has_table`,
  );
  if (!row?.has_table) return false;
  const [found] = await session.query<{ empty: boolean }>(
    'select not exists (select from public.users) as empty',
  );
  return found?.empty ?? false;
}

async function holdsTalks(session: Session): Promise<boolean> {
  const [row] = await session.query<{ has_table: boolean }>(
    `select to_regclass('public.conversation_summaries') is not null as has_table`,
  );
  return row?.has_table ?? false;
}

/** One password hash serves all accounts: bcrypt costs a tenth of a second each. */
async function createAccounts(session: Session, users: DemoUser[], password: string): Promise<void> {
  const rows = JSON.stringify(users);
  await session.query(
    `insert into auth.users (id, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
     select u.id, lower(u.email), h.hash, now(), '{"provider": "email", "providers": ["email"]}',
       jsonb_build_object('full_name', u.full_name)
     from jsonb_to_recordset($1::text::jsonb) as u(id uuid, email text, full_name text),
       (select extensions.crypt($2::text, extensions.gen_salt('bf', 10)) as hash) as h
     on conflict (id) do update set encrypted_password = excluded.encrypted_password`,
    [rows, password],
  );
  await session.query(
    `insert into auth.identities (id, provider, provider_id, user_id, identity_data)
     select gen_random_uuid(), 'email', u.id::text, u.id,
       jsonb_build_object('sub', u.id, 'email', lower(u.email), 'email_verified', true, 'phone_verified', false)
     from jsonb_to_recordset($1::text::jsonb) as u(id uuid, email text)
     on conflict (provider, provider_id) do nothing`,
    [rows],
  );
}

/** Name of the factor that the demo's super admins have from the start. */
export const demoFactor = 'Demo';

/**
 * Gives the demo's super admins a verified factor with the secret of the keys, since they cannot work without one.
 * Whoever has enrolled a factor of their own keeps it alone.
 */
export async function addDemoFactors(database: Database, keys: Keys, folder: string): Promise<void> {
  const ids = (await readDemoUsers(folder))
    .filter((user) => user.role === 'super_admin')
    .map((user) => user.id);
  await database.lock(async (session) => {
    await session.query(
      `update auth.mfa_factors set secret = $2::text, last_totp_step = null
       where user_id::text = any ($1::text[]) and friendly_name = $3::text and secret <> $2::text`,
      [ids, keys.demo_totp_secret, demoFactor],
    );
    await session.query(
      `insert into auth.mfa_factors (user_id, friendly_name, factor_type, status, secret)
       select u.id, $3::text, 'totp', 'verified', $2::text from auth.users u
       where u.id::text = any ($1::text[]) and not exists (
         select from auth.mfa_factors f where f.user_id = u.id and f.status = 'verified')`,
      [ids, keys.demo_totp_secret, demoFactor],
    );
  });
}

/**
 * Closes the demo accounts of an exposed backend, whose passwords lie in a file, or opens them again. Accounts that the
 * product itself has banned stay banned.
 */
export async function closeDemo(database: Database, folder: string, isClosed: boolean): Promise<void> {
  const ids = (await readDemoUsers(folder)).map((user) => user.id);
  if (ids.length === 0) return;
  await database.lock(async (session) => {
    const change = isClosed
      ? `set banned_until = 'infinity', raw_app_meta_data = raw_app_meta_data || '{"demo_closed": true}'`
      : `set banned_until = null, raw_app_meta_data = raw_app_meta_data - 'demo_closed'`;
    const which = isClosed ? 'coalesce(banned_until <= now(), true)' : `raw_app_meta_data ? 'demo_closed'`;
    await session.query(
      `with changed as (update auth.users ${change} where id::text = any ($1::text[]) and ${which} returning id)
       delete from auth.sessions where user_id in (select id from changed)`,
      [ids],
    );
  });
}

/**
 * Fills an empty, migrated database with the demo: the accounts of `users.json` with the demo password, then every
 * SQL file of the folder in the order of their names, in one transaction. True when it did.
 */
export async function seedDemo(database: Database, keys: Keys, folder: string): Promise<boolean> {
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.sql')).sort();
  if (files.length === 0) return false;
  const users = await readDemoUsers(folder);
  const pads = hmacPads(keys.badge_hash_key);
  return database.lock(async (session) => {
    if (!(await isEmpty(session))) return false;
    await session.run('begin');
    let file = 'users.json';
    try {
      await session.query(
        `select set_config('jarvis.badge_ipad', $1, true), set_config('jarvis.badge_opad', $2, true)`,
        [pads.ipad, pads.opad],
      );
      if (users.length > 0) await createAccounts(session, users, keys.demo_password);
      for (file of files) await session.run(await readFile(join(folder, file), 'utf8'));
      if (await holdsTalks(session)) {
        file = 'embeddings';
        await embedTalks(session);
      }
      await session.run('commit');
    } catch (error) {
      await session.run('rollback');
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The demo data could not be loaded, supabase/seed/${file} failed: ${reason}.`, {
        cause: error,
      });
    }
    await session.run('analyze');
    return true;
  });
}
