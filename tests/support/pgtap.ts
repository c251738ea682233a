import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import { runStories } from '../../supabase/local/pgtap/index.ts';
import type { StoryResult } from '../../supabase/local/pgtap/tap.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { startBackendProcess } from './backend-process.ts';

/** A database server for the second round: `TEST_DATABASE_URL`. Null when there is none. */
export const testServer = (): string | null => process.env.TEST_DATABASE_URL || null;

/** Runs every story on a migrated database of its own, in memory or on the server; it is dropped afterwards. */
export async function runPgtap(server: string | null, told: (result: StoryResult) => void) {
  if (!server) return runOn(undefined, told);
  const name = `jarvis_test_${randomBytes(4).toString('hex')}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  try {
    await admin.unsafe(`create database ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return await runOn(url.href, told);
  } finally {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
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
