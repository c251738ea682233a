import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Migration {
  /** The timestamp in front of the file's name. */
  version: string;
  /** The intent behind it. */
  name: string;
  file: string;
}

/** A folder or database that cannot be migrated; the message is one sentence that names the file and the remedy. */
export class MigrationError extends Error {}

const shape = /^(\d{14})_([a-z0-9_]+)\.sql$/;

/** The migrations of a folder in their order; every other file but the `rollbacks` folder is refused by name. */
export async function listMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const migrations: Migration[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() || entry.name.startsWith('.')) continue;
    const match = shape.exec(entry.name);
    if (!match?.[1] || !match[2])
      throw new MigrationError(
        `${entry.name} in supabase/migrations is not named <14 digits>_<intent>.sql: rename or remove it.`,
      );
    const twin = migrations.find((migration) => migration.version === match[1]);
    if (twin)
      throw new MigrationError(`${twin.file} and ${entry.name} have the same timestamp: rename one of them.`);
    migrations.push({ version: match[1], name: match[2], file: entry.name });
  }
  return migrations;
}

export function readMigration(folder: string, migration: Migration): Promise<string> {
  return readFile(join(folder, migration.file), 'utf8');
}

/** What undoes a migration: the file of the same name in `rollbacks/`. */
export async function readRollback(folder: string, migration: Migration): Promise<string> {
  try {
    return await readFile(join(folder, 'rollbacks', migration.file), 'utf8');
  } catch {
    throw new MigrationError(
      `${migration.file} has no rollback: write supabase/migrations/rollbacks/${migration.file}.`,
    );
  }
}
