import { readFile } from 'node:fs/promises';
import { getAuthSchemaSql } from '@supabase/lite';
import type { Database, Session } from '../types.ts';

/** A stand-in's file and the extension that makes it needless. */
const standIns = [
  { file: 'cron.sql', extension: 'pg_cron' },
  { file: 'net.sql', extension: 'pg_net' },
  { file: 'vault.sql', extension: 'supabase_vault' },
];

const script = (file: string) => readFile(new URL(file, import.meta.url), 'utf8');

/** True when the extension is there now; pg_cron, for one, can be available and still refuse this database. */
async function install(session: Session, extension: string): Promise<boolean> {
  const found = await session.query(
    `select e.extname from pg_available_extensions a left join pg_extension e on e.extname = a.name where a.name = $1`,
    [extension],
  );
  const [row] = found;
  if (!row) return false;
  if (row.extname) return true;
  return session.run(`create extension if not exists ${extension}`).then(
    () => true,
    () => false,
  );
}

/**
 * Makes what hosted Supabase has and a plain database lacks: roles, auth, and stand-ins for extensions that are not
 * there. Idempotent; never run on hosted.
 */
export async function bootstrap(database: Database): Promise<void> {
  await database.lock(async (session) => {
    await session.run(await script('roles.sql'));
    await session.run(`${getAuthSchemaSql()}\n${await script('auth.sql')}`);
    await session.run(await script('mailbox.sql'));
    await session.run('set search_path = "$user", public, extensions');
    for (const { file, extension } of standIns)
      if (!(await install(session, extension))) await session.run(await script(file));
  });
}
