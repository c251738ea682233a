import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { holderOf } from '../database/data-lock.ts';
import type { BackendAddress } from '../types.ts';
import { type Child, startChild } from './children.ts';
import { SaidByChild } from './main.ts';

export interface RunningBackend {
  address: BackendAddress;
  /** The process when this one started it; none when it was running before. */
  child: Child | undefined;
}

/** Uses the backend that holds the data folder, or starts one and waits until it is ready. */
export async function obtainBackend(
  folder: string,
  args: string[],
  env: Record<string, string>,
): Promise<RunningBackend> {
  const holder = await holderOf(folder);
  if (holder && !holder.address)
    throw new Error(`A backend is just starting on ${folder} (pid ${holder.pid}): try again in a moment.`);
  if (holder?.address) {
    console.log(`Using the backend that is already running at ${holder.address.url} (pid ${holder.pid}).`);
    return { address: holder.address, child: undefined };
  }
  const script = fileURLToPath(new URL('run.mjs', import.meta.url));
  const child = startChild(script, ['backend', '--data', folder, ...args], {
    env,
    pipe: true,
    stopsItself: true,
  });
  return { address: await firstLine<BackendAddress>(child, 'backend'), child };
}

/** What a child says in its first line, one of JSON; throws when it ends before. */
export async function firstLine<Line>(child: Child, name: string): Promise<Line> {
  if (!child.process.stdout) throw new Error(`The ${name} has no output.`);
  const lines = createInterface({ input: child.process.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    void child.ended.then(() => reject(new SaidByChild(`The ${name} did not start.`)));
  });
  lines.resume();
  return JSON.parse(line) as Line;
}
