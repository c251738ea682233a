import { randomBytes } from 'node:crypto';
import postgres from 'postgres';

/** The Postgres 17 server for a second round of the same tests: `TEST_DATABASE_URL`. Null when there is none. */
export const testServer = (): string | null => process.env.TEST_DATABASE_URL || null;

/** An empty database of its own on the server; `drop` takes it away whoever is still connected. */
export async function createServerDatabase(
  server: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `jarvis_test_${randomBytes(4).toString('hex')}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`).catch(async (error: Error) => {
    await admin.end();
    throw new Error(`No database could be made on the server of TEST_DATABASE_URL: ${error.message}`, {
      cause: error,
    });
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
