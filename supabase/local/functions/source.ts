import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^[a-z0-9][a-z0-9-]*$/i;

/** File of a function, or null when there is none of that name (names are plain: no path, no leading underscore). */
export async function findFunction(root: string, name: string): Promise<string | null> {
  if (!NAME.test(name)) return null;
  const file = join(root, 'supabase/functions', name, 'index.ts');
  return (await stat(file).catch(() => null))?.isFile() ? file : null;
}

/** Changes whenever a file of the function, or one that functions share, is written, added or removed. */
export async function fingerprint(root: string, name: string): Promise<string> {
  const folders = [name, '_shared'].map((folder) => join(root, 'supabase/functions', folder));
  const marks = await Promise.all(folders.map(marksOf));
  return marks.flat().sort().join('\n');
}

async function marksOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const found = await stat(path).catch(() => null);
      return `${path} ${found?.mtimeMs ?? 0} ${found?.size ?? 0}`;
    }),
  );
}
