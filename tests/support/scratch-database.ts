import { openPglite, openPostgres } from '../../supabase/local/database/open.ts';
import type { Database } from '../../supabase/local/types.ts';
import { createServerDatabase, testServer } from './server-database.ts';

const fixes = { lock: true, grants: true, errors: true, system: true };

export type Engine = Database['engine'];

/** PGlite, and Postgres where there is a server to test on. */
export const engines: Engine[] = testServer() ? ['pglite', 'postgres'] : ['pglite'];

/** An empty database, for tests of the parts beside the API; it is gone when it is closed. */
export async function openScratchDatabase(engine: Engine): Promise<Database> {
  const server = testServer();
  if (engine === 'pglite' || !server) return (await openPglite(undefined, fixes)).database;
  const { url, drop } = await createServerDatabase(server);
  const { database } = await openPostgres(url, fixes);
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}
