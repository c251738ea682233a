import { execFile, execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { projectRoot, startBackend } from '../server.ts';
import { main } from './main.ts';

const target = 'lib/supabase/database.types.ts';

/** The types of schema public as the official CLI writes them, from a database that has just been migrated. */
async function generateTypes(): Promise<string> {
  const backend = await startBackend();
  try {
    const cli = join(projectRoot, 'node_modules/.bin/supabase');
    const args = [
      'gen',
      'types',
      `--remote=${backend.address.db}`,
      '--schema',
      'public',
      '--lang',
      'typescript',
    ];
    const { stdout } = await promisify(execFile)(cli, args, {
      cwd: projectRoot,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (!stdout.includes('export type Database')) throw new Error('supabase gen types wrote no types.');
    const biome = join(projectRoot, 'node_modules/.bin/biome');
    return execFileSync(biome, ['format', '--stdin-file-path=database.types.ts'], {
      cwd: projectRoot,
      input: stdout,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
  } finally {
    await backend.stop();
  }
}

await main(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const generated = await generateTypes();
  const file = join(projectRoot, target);
  const current = await readFile(file, 'utf8').catch(() => '');
  if (values.check && current !== generated)
    throw new Error(`${target} is stale: run "npm run db:types" and commit it.`);
  if (current !== generated) await writeFile(file, generated);
  process.exit(0);
});
