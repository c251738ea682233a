import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { denoEnvironment, findDeno, serveArguments } from './deno.ts';

const BOOT_LIMIT_MS = 15_000;
const STOP_LIMIT_MS = 4_000;
const TAIL_LINES = 20;

export interface FunctionChild {
  /** Base address of the function's own server, e.g. http://127.0.0.1:40123 */
  readonly origin: string;
  readonly pid: number;
  /** Resolves when the process has ended, with the reason. */
  readonly ended: Promise<string>;
  /** Last lines that it printed. */
  tail(): string;
  /** Lets background work finish for a moment, then ends the process. */
  stop(): Promise<void>;
}

/** A function whose process ended or stayed silent instead of serving; `tail` is what it printed. */
export class BootError extends Error {
  readonly tail: string;
  constructor(message: string, tail: string) {
    super(message);
    this.tail = tail;
  }
}

/**
 * Starts one function on Deno and waits until it listens on a port of its own choosing.
 * `env` is all that it can see. Throws `BootError`.
 */
export async function startChild(o: {
  root: string;
  file: string;
  env: Record<string, string>;
  log: (line: string) => void;
}): Promise<FunctionChild> {
  const child = spawn(findDeno(o.root), serveArguments(o.root, o.file), {
    cwd: o.root,
    env: {
      NODE_ENV: 'production',
      ...o.env,
      ...denoEnvironment(o.root),
      DENO_SERVE_ADDRESS: 'tcp:127.0.0.1:0',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(`it ended with ${signal ?? `code ${code}`}`));
  });
  child.stdin.on('error', () => undefined);

  const lines: string[] = [];
  const tail = () => lines.join('\n');
  const origin = await waitForOrigin(child, ended, (line) => {
    lines.push(line);
    if (lines.length > TAIL_LINES) lines.shift();
    o.log(line);
  }).catch((error: Error) => {
    child.kill('SIGKILL');
    throw new BootError(error.message, tail());
  });

  return {
    origin,
    pid: child.pid ?? 0,
    ended,
    tail,
    async stop() {
      child.stdin.end();
      const last = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      await ended;
      clearTimeout(last);
    },
  };
}

function waitForOrigin(
  child: ChildProcess,
  ended: Promise<string>,
  print: (line: string) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error(`it did not call Deno.serve within ${BOOT_LIMIT_MS / 1000} s`)),
      BOOT_LIMIT_MS,
    );
    void ended.then((reason) => {
      clearTimeout(limit);
      reject(new Error(reason));
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        const listening = /^Listening on (http:\/\/127\.0\.0\.1:\d+)\//.exec(line);
        if (!listening?.[1]) return print(line);
        clearTimeout(limit);
        resolve(listening[1]);
      });
    }
  });
}
