import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { vector } from '@electric-sql/pglite/vector';
import { pgtap } from '@electric-sql/pglite/pgtap';
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite';
import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres';
import { Kysely } from 'kysely';
import type postgres from 'postgres';
import type { Database } from '../types.ts';
import { lockedDialect } from './dialect.ts';
import { normalizeDatabaseError } from './errors.ts';
import { PgliteSession, pgliteDatabase } from './pglite.ts';
import { postgresDatabase } from './postgres.ts';
import { guardReservations } from './reserve.ts';

/** The fixes lite needs; tests switch one off to show what it prevents. */
export interface Fixes {
  /** One lock around PGlite's only session. */
  lock: boolean;
  /** No grants of lite's own making. */
  grants: boolean;
  /** Real SQLSTATEs in errors. */
  errors: boolean;
  /** `/_system` answers 404. */
  system: boolean;
}

export interface OpenDatabase {
  database: Database;
  connection: PgliteConnection | PostgresConnection;
  /** Runs one request of lite's so that its statements are one flow on the lock. */
  flow<T>(work: () => Promise<T>): Promise<T>;
  /** PGlite's session, for the database socket; a Postgres server has its own. */
  session: PgliteSession | undefined;
}

function mend(connection: PgliteConnection | PostgresConnection, fixes: Fixes): void {
  // A plain field at run time: "active" says that RLS is set up, so lite never runs its own GRANT ALL.
  if (fixes.grants) Object.assign(connection, { rlsState: 'active' });
  if (fixes.errors) connection.normalizeDbError = normalizeDatabaseError;
}

const extensions = { vector, pgtap, pg_trgm, btree_gin };

/**
 * A dump of PGlite as it is after its first start. Starting from it takes a third of the work of making it; the tests,
 * which start some fifty databases in memory, make one and name its file in SUPABASE_LOCAL_IMAGE.
 */
export async function dumpEmpty(): Promise<Blob> {
  const pg = await PGlite.create({ extensions });
  try {
    return await pg.dumpDataDir('none');
  } finally {
    await pg.close();
  }
}

async function imageOf(folder: string | undefined): Promise<{ loadDataDir?: Blob }> {
  const file = process.env.SUPABASE_LOCAL_IMAGE;
  return file && !folder ? { loadDataDir: new Blob([await readFile(file)]) } : {};
}

/** Opens PGlite on `<folder>/database`, or in memory when there is no folder. */
export async function openPglite(folder: string | undefined, fixes: Fixes): Promise<OpenDatabase> {
  const connection = await createPgliteConnection({
    url: folder ? join(folder, 'database') : undefined,
    pgliteOptions: { extensions, ...(await imageOf(folder)) },
  });
  const session = new PgliteSession(connection.driver);
  await session.settle();
  if (fixes.lock) connection.kysely = new Kysely({ dialect: lockedDialect(session) });
  mend(connection, fixes);
  return {
    database: pgliteDatabase(session),
    connection,
    session,
    flow: (work) => session.lock.flow(work),
  };
}

/** Lite hands over JSON that is text already, as PGlite takes it; the driver's own serializer would quote it once more. */
const jsonType = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
});

const oneBackend = 4_180_722;

/** Keeps one connection with a lock for as long as the backend runs, so that no second one works on the database. */
async function claim(sql: postgres.Sql): Promise<() => void> {
  let held: postgres.ReservedSql | undefined;
  try {
    held = await sql.reserve();
    const [row] = await held<{ version: number; is_mine: boolean }[]>`
      select current_setting('server_version_num')::int as version, pg_try_advisory_lock(${oneBackend}) as is_mine`;
    if ((row?.version ?? 0) < 170_000) throw new Error('it is older than Postgres 17');
    if (!row?.is_mine) throw new Error('another backend is already running on it');
    return () => held?.release();
  } catch (error) {
    held?.release();
    await sql.end({ timeout: 1 });
    const reason = error instanceof Error ? error.message || 'it does not answer' : String(error);
    throw new Error(`The database of SUPABASE_LOCAL_DB_URL cannot be used: ${reason}.`, { cause: error });
  }
}

/** Connects to a Postgres 17 server as a role that may create roles and extensions. */
export async function openPostgres(url: string, fixes: Fixes): Promise<OpenDatabase> {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      max: 16,
      onnotice: () => undefined,
      connection: { application_name: 'jarvis-backend', search_path: '"$user", public, extensions' },
      types: { json: jsonType(114), jsonb: jsonType(3802) },
    },
  });
  mend(connection, fixes);
  guardReservations(connection.driver);
  const letGo = await claim(connection.driver);
  const database = postgresDatabase(connection.driver, letGo);
  return { database, connection, session: undefined, flow: (work) => work() };
}
