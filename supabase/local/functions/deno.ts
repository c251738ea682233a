import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const preload = fileURLToPath(new URL('./edge.ts', import.meta.url));

/**
 * Path of the Deno binary that came with the install. The `deno` command beside it may be a Node wrapper whose
 * child survives a kill, so the platform's own package is started.
 */
export function findDeno(root: string): string {
  const target = platform() === 'linux' ? `linux-${arch()}-glibc` : `${platform()}-${arch()}`;
  const binary = join(root, 'node_modules/@deno', target, platform() === 'win32' ? 'deno.exe' : 'deno');
  if (!existsSync(binary)) {
    throw new Error(`Deno for ${target} is not installed (${binary}): run "npm ci" without --omit=optional.`);
  }
  try {
    accessSync(binary, constants.X_OK);
  } catch {
    chmodSync(binary, 0o755);
  }
  return binary;
}

/** What every Deno process here is given, so that it neither downloads anything nor shares a cache with the user. */
export function denoEnvironment(root: string): Record<string, string> {
  return {
    DENO_DIR: join(root, 'node_modules/.cache/deno'),
    DENO_NO_UPDATE_CHECK: '1',
    NO_COLOR: '1',
  };
}

/** Arguments that run one function file unmodified: npm: specifiers resolve in the project's node_modules. */
export function serveArguments(root: string, file: string): string[] {
  return [
    'run',
    '--node-modules-dir=manual',
    '--cached-only',
    '--no-prompt',
    '--no-check',
    '--no-lock',
    `--preload=${preload}`,
    '--allow-net',
    '--allow-env',
    `--allow-read=${join(root, 'supabase/functions')},${join(root, 'node_modules')}`,
    file,
  ];
}
