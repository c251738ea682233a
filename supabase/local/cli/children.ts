import { type ChildProcess, fork } from 'node:child_process';

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with how it ended. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  stop(): Promise<void>;
}

/**
 * Starts a Node script as a child that ends with this process. What it prints is ours, unless `pipe` asks for its
 * stdout (`true`) or for all of it (`both`). A script that `stopsItself` sees the disconnection and ends in order; others just end.
 */
export function startChild(
  script: string,
  args: string[],
  o: { env?: Record<string, string>; pipe?: boolean | 'both'; stopsItself?: boolean } = {},
): Child {
  const child = fork(script, args, {
    env: { ...process.env, ...o.env },
    execArgv: o.stopsItself ? [] : ['--import', new URL('leash.mjs', import.meta.url).href],
    stdio: ['ignore', o.pipe ? 'pipe' : 'inherit', o.pipe === 'both' ? 'pipe' : 'inherit', 'ipc'],
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 1, signal: null }));
  });
  return {
    process: child,
    ended,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 6000);
      await ended;
      clearTimeout(patience);
    },
  };
}
