import type { Database, Session } from '../types.ts';
import { listMigrations, type Migration, MigrationError, readMigration, readRollback } from './files.ts';

export { MigrationError } from './files.ts';

/** Same table as the official CLI's, so that `supabase db push` and this runner agree on what has been applied. */
const history = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
  alter table supabase_migrations.schema_migrations add column if not exists statements text[];
  alter table supabase_migrations.schema_migrations add column if not exists name text;`;

/** Names of the applied migrations by version, oldest first. */
async function readHistory(session: Session): Promise<Map<string, string>> {
  await session.run(history);
  const rows = await session.query<{ version: string; name: string | null }>(
    'select version, name from supabase_migrations.schema_migrations order by version',
  );
  return new Map(rows.map((row) => [row.version, `${row.version}_${row.name ?? ''}.sql`]));
}

/** Those of `migrations` that still have to run; throws when the history does not fit the files. */
function findPending(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Set(migrations.map((migration) => migration.version));
  for (const [version, file] of applied)
    if (!known.has(version))
      throw new MigrationError(
        `The database already has ${file}, which is not in supabase/migrations: use the code it was made with, or run "npm run reset".`,
      );
  const newest = [...applied.keys()].at(-1) ?? '';
  const pending = migrations.filter((migration) => !applied.has(migration.version));
  const late = pending.find((migration) => migration.version < newest);
  if (late)
    throw new MigrationError(
      `${late.file} comes before ${applied.get(newest)}, which has already been applied: give it a later timestamp, or run "npm run reset".`,
    );
  return pending;
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = 'position' in error ? Number(error.position) : Number.NaN;
  const line = position > 0 ? ` (line ${sql.slice(0, position).split('\n').length})` : '';
  return `${error.message}${line}`;
}

/** Runs one file and its entry in the history in one transaction. */
async function apply(
  session: Session,
  file: string,
  sql: string,
  record: () => Promise<unknown>,
): Promise<void> {
  await session.run('begin');
  try {
    await session.run(sql);
    await record();
    await session.run('commit');
  } catch (error) {
    await session.run('rollback');
    throw new MigrationError(`${file} failed and nothing of it was kept: ${describe(error, sql)}.`, {
      cause: error,
    });
  }
}

/** Applies what is pending, each migration in its own transaction. Returns the files that ran. */
export function migrateUp(database: Database, folder: string): Promise<string[]> {
  return database.lock(async (session) => {
    const pending = findPending(await listMigrations(folder), await readHistory(session));
    for (const migration of pending) {
      const sql = await readMigration(folder, migration);
      await apply(session, migration.file, sql, () =>
        session.query(
          'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, array[$3::text])',
          [migration.version, migration.name, sql],
        ),
      );
    }
    return pending.map((migration) => migration.file);
  });
}

/** Undoes the newest `count` migrations (all without it) by their rollbacks. Returns the files undone, newest first. */
export function migrateDown(database: Database, folder: string, count = Infinity): Promise<string[]> {
  return database.lock(async (session) => {
    const migrations = await listMigrations(folder);
    const applied = await readHistory(session);
    findPending(migrations, applied);
    const undone = migrations
      .filter((migration) => applied.has(migration.version))
      .reverse()
      .slice(0, count);
    for (const migration of undone) {
      const sql = await readRollback(folder, migration);
      await apply(session, `rollbacks/${migration.file}`, sql, () =>
        session.query('delete from supabase_migrations.schema_migrations where version = $1', [
          migration.version,
        ]),
      );
    }
    return undone.map((migration) => migration.file);
  });
}
