import { spawn } from 'node:child_process';
import { projectRoot } from '../../supabase/local/server.ts';

const GRACE_MS = 8000;
const running = new Set<number>();

/**
 * Runs a program in a process group of its own and shows what it prints. Resolves with its exit code and, when
 * `captures`, with what it printed on stdout.
 */
export async function command(
  program: string,
  args: string[],
  o: { env?: Record<string, string>; captures?: boolean } = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: { ...process.env, ...o.env },
    stdio: ['ignore', o.captures ? 'pipe' : 'inherit', 'inherit'],
    detached: true,
  });
  if (child.pid) running.add(child.pid);
  let output = '';
  child.stdout?.on('data', (data: Buffer) => {
    output += data.toString();
    process.stdout.write(data);
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
  if (child.pid) running.delete(child.pid);
  return { code, output };
}

/** The same for a script that Node runs, such as a package's command. */
export function script(
  file: string,
  args: string[],
  o: { env?: Record<string, string>; captures?: boolean } = {},
) {
  return command(process.execPath, [file, ...args], o);
}

/** Ends whatever is still running, with all that it started. */
export async function stopCommands(): Promise<void> {
  signal('SIGTERM');
  const until = Date.now() + GRACE_MS;
  while (running.size > 0 && Date.now() < until) await new Promise((next) => setTimeout(next, 50));
  signal('SIGKILL');
}

function signal(name: NodeJS.Signals): void {
  for (const pid of running) {
    try {
      process.kill(-pid, name);
    } catch {
      running.delete(pid);
    }
  }
}
