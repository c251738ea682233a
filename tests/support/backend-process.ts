import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startChild } from '../../supabase/local/cli/children.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import type { BackendAddress, Service } from '../../supabase/local/types.ts';

export interface BackendProcess extends Service {
  address: BackendAddress;
}

/**
 * Starts an empty, migrated backend in a process of its own on free ports: in memory, or in the Postgres database
 * `databaseUrl`. It ends with the process that started it. Throws when it cannot start; why is on stderr then.
 */
export async function startBackendProcess(
  o: { cron?: boolean; databaseUrl?: string | undefined; env?: Record<string, string> } = {},
): Promise<BackendProcess> {
  const flags = ['--memory', '--no-seed', '--port', '0', ...(o.cron ? [] : ['--no-cron'])];
  const env = { SUPABASE_LOCAL_DB_URL: o.databaseUrl ?? '', SUPABASE_LOCAL_EXPOSE: '', ...o.env };
  const child = startChild(join(projectRoot, 'supabase/local/cli/run.mjs'), ['backend', ...flags], {
    env,
    pipe: true,
  });
  const lines = createInterface({ input: child.process.stdout! });
  const first = await Promise.race([once(lines, 'line'), child.ended]);
  if (!Array.isArray(first)) throw new Error(`The backend did not start (code ${first.code}).`);
  return { address: JSON.parse(first[0] as string) as BackendAddress, stop: child.stop };
}
