import { openPglite } from '../../supabase/local/database/open.ts';
import type { Database } from '../../supabase/local/types.ts';

/** An empty database in memory, for tests of the parts beside the API. */
export async function openScratchDatabase(): Promise<Database> {
  const fixes = { lock: true, grants: true, errors: true, system: true };
  return (await openPglite(undefined, fixes)).database;
}
