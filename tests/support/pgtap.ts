import { join } from 'node:path';
import { runStories } from '../../supabase/local/pgtap/index.ts';
import type { StoryResult } from '../../supabase/local/pgtap/tap.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { startBackendProcess } from './backend-process.ts';
import { createServerDatabase } from './server-database.ts';

export { testServer } from './server-database.ts';

/** Runs every story on a migrated database of its own, in memory or on the server; it is dropped afterwards. */
export async function runPgtap(server: string | null, told: (result: StoryResult) => void) {
  if (!server) return runOn(undefined, told);
  const database = await createServerDatabase(server);
  try {
    return await runOn(database.url, told);
  } finally {
    await database.drop();
  }
}

async function runOn(databaseUrl: string | undefined, told: (result: StoryResult) => void) {
  const backend = await startBackendProcess({ databaseUrl });
  try {
    const folder = join(projectRoot, 'supabase/tests');
    return await runStories({ url: backend.address.db, folder, told });
  } finally {
    await backend.stop();
  }
}
