import type { Service } from '../types.ts';
import { BootError, type FunctionChild, startChild } from './child.ts';
import { forward } from './forward.ts';
import { findFunction, fingerprint } from './source.ts';

export interface Functions extends Service {
  /** Answers a request for `/functions/v1/<name>…` as Supabase does: 404 unknown, 503 when the function cannot boot. */
  handle(request: Request, name: string): Promise<Response>;
  /** Sets variables: a running function ends with its last request, and the next one starts with them. */
  set(env: Record<string, string>): void;
}

/** A version of one function: its process once started, and how many requests it is still answering. */
interface Running {
  version: string;
  child: Promise<FunctionChild>;
  open: number;
  retired: boolean;
}

/**
 * Runs the files of supabase/functions on Deno, one process each, started at the first call and again when its
 * files or variables change or the process has died. Functions see the variables in `env` and no others.
 */
export async function startFunctions(o: {
  root: string;
  env: Record<string, string>;
  log?: (name: string, line: string) => void;
}): Promise<Functions> {
  const current = new Map<string, Running>();
  const started = new Set<Running>();
  let env = o.env;
  let stopped = false;

  const end = (entry: Running) =>
    entry.child
      .then((child) => child.stop())
      .catch(() => undefined)
      .then(() => started.delete(entry));

  const retire = (name: string, entry: Running) => {
    if (current.get(name) === entry) current.delete(name);
    entry.retired = true;
    if (entry.open === 0) void end(entry);
  };

  /** The living process of this version, started if need be; it counts one request more, so nothing ends it under us. */
  const claim = (name: string, file: string, version: string): Running => {
    const known = current.get(name);
    if (known?.version === version) {
      known.open++;
      return known;
    }
    if (known) retire(name, known);
    const child = startChild({ root: o.root, file, env, log: (line) => o.log?.(name, line) });
    const entry: Running = { version, child, open: 1, retired: false };
    current.set(name, entry);
    started.add(entry);
    child
      .then((it) => it.ended)
      .then(
        () => retire(name, entry),
        () => retire(name, entry),
      );
    return entry;
  };

  const release = (entry: Running) => {
    entry.open--;
    if (entry.retired && entry.open === 0) void end(entry);
  };

  return {
    async handle(request, name) {
      const file = await findFunction(o.root, name);
      if (!file) return problem(404, 'NOT_FOUND', 'Requested function was not found');
      const version = await fingerprint(o.root, name);
      if (stopped) return problem(503, 'BOOT_ERROR', 'The backend is stopping');
      const entry = claim(name, file, version);
      let child: FunctionChild;
      try {
        child = await entry.child;
      } catch (error) {
        release(entry);
        const reason = error instanceof Error ? error.message : String(error);
        const log = error instanceof BootError ? error.tail : '';
        return problem(
          503,
          'BOOT_ERROR',
          `supabase/functions/${name}/index.ts did not start: ${reason}`,
          log,
        );
      }
      return forward(request, child.origin, () => release(entry)).catch((error: Error) => {
        if (error.name === 'TimeoutError') return problem(504, 'IDLE_TIMEOUT', error.message);
        return problem(
          503,
          'WORKER_ERROR',
          `The function ended while it answered: ${error.message}`,
          child.tail(),
        );
      });
    },
    set(more) {
      env = { ...env, ...more };
      for (const [name, entry] of current) retire(name, entry);
    },
    async stop() {
      stopped = true;
      await Promise.all([...started].map(end));
    },
  };
}

function problem(status: number, code: string, message: string, log?: string): Response {
  return Response.json(log ? { code, message, log } : { code, message }, { status });
}
