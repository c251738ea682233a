import type { Database } from './types.ts';

/** Puts secrets into the vault by name, so that SQL can call Edge Functions; a changed value replaces the old one. */
export async function storeSecrets(database: Database, secrets: Record<string, string>): Promise<void> {
  await database.lock(async (session) => {
    for (const [name, value] of Object.entries(secrets)) {
      const [known] = await session.query<{ id: string; decrypted_secret: string }>(
        'select id, decrypted_secret from vault.decrypted_secrets where name = $1',
        [name],
      );
      if (!known) await session.query('select vault.create_secret($1::text, $2::text)', [value, name]);
      else if (known.decrypted_secret !== value)
        await session.query('select vault.update_secret($1::uuid, $2::text)', [known.id, value]);
    }
  });
}
