import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../server.ts';
import { startChild } from './children.ts';

const sources = [
  '{app,components,lib,public}/**/*',
  'supabase/functions/_shared/**/*',
  '{middleware,next.config}.ts',
  '{postcss.config,instrumentation}*',
  '{package-lock,tsconfig}.json',
];
const mark = join(projectRoot, '.next/jarvis-sources');
export const nextScript = join(projectRoot, 'node_modules/next/dist/bin/next');

/** One hash over everything that a build is made of. */
async function hashSources(): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob(sources, { cwd: projectRoot, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file}\0`).update(await readFile(file));
  return hash.digest('hex');
}

/** Builds the app when its sources differ from those of the last build; with `allowed` false it only complains. */
export async function ensureBuild(allowed: boolean): Promise<void> {
  const now = await hashSources();
  const built = await readFile(mark, 'utf8').catch(() => undefined);
  if (built === now) return;
  if (!allowed)
    throw new Error(
      built
        ? 'The build is older than the sources: start without --no-build.'
        : 'There is no build yet: start without --no-build.',
    );
  console.log(built ? 'The sources changed: building the app…' : 'Building the app, once…');
  const child = startChild(nextScript, ['build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const stop = () => void child.stop();
  process.once('exit', stop);
  const { code } = await child.ended;
  process.removeListener('exit', stop);
  if (code !== 0) throw new Error('The build failed: its errors are above.');
  await writeFile(mark, now);
}
