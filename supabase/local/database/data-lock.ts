import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackendAddress } from '../types.ts';

/** Who holds a data folder. `started` tells a process from a later one with the same pid; null where it is unknown. */
interface Holder {
  pid: number;
  started: string | null;
  address?: BackendAddress;
}

/** Another process holds the folder; `address` is set once that backend is ready. */
export class FolderHeldError extends Error {
  readonly address: BackendAddress | undefined;

  constructor(folder: string, holder: Holder) {
    const where = holder.address ? ` at ${holder.address.url}` : '';
    super(
      `The data folder ${folder} is in use by a backend that is already running${where} (pid ${holder.pid}).`,
    );
    this.address = holder.address;
  }
}

export interface DataLock {
  /** Tells later openers where the running backend answers. */
  publish(address: BackendAddress): Promise<void>;
  release(): Promise<void>;
}

/** When a process began, in a form that differs for a later process with the same pid; null when it cannot be told. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
    }
    if (process.platform === 'darwin')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
  return null;
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const started = startOf(holder.pid);
  return holder.started === null || started === null || holder.started === started;
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const found = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder>;
    if (typeof found.pid !== 'number') return undefined;
    return { pid: found.pid, started: found.started ?? null, address: found.address };
  } catch {
    return undefined;
  }
}

/** False when the file is there already. It appears with its text, so that nobody takes a half-written lock for a dead one. */
async function createNew(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a dead holder's file, one taker at a time, so that no taker removes what another has just made. */
async function clearDead(file: string, folder: string): Promise<void> {
  const guard = `${file}.takeover`;
  if (!(await createNew(guard, String(process.pid)))) {
    const age =
      Date.now() -
      (await stat(guard).then(
        (s) => s.mtimeMs,
        () => Date.now(),
      ));
    if (age > 10_000) await rm(guard, { force: true });
    throw new Error(`Another process is just starting on the data folder ${folder}: try again in a moment.`);
  }
  try {
    const holder = await readHolder(file);
    if (holder && isAlive(holder)) throw new FolderHeldError(folder, holder);
    await rm(file, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

/** The backend that holds the folder now, if a living one does. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  const holder = await readHolder(join(folder, 'lock.json'));
  return holder && isAlive(holder) ? holder : undefined;
}

/**
 * Takes the data folder for this process: two PGlite instances on one folder silently lose committed rows.
 * A dead holder's lock is taken over. Throws `FolderHeldError` when the holder lives.
 */
export async function lockFolder(folder: string): Promise<DataLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lock.json');
  const me: Holder = { pid: process.pid, started: startOf(process.pid) };
  if (!(await createNew(file, JSON.stringify(me)))) {
    const holder = await readHolder(file);
    if (holder && isAlive(holder)) throw new FolderHeldError(folder, holder);
    await clearDead(file, folder);
    if (!(await createNew(file, JSON.stringify(me)))) {
      const winner = await readHolder(file);
      throw new FolderHeldError(folder, winner ?? me);
    }
  }
  return {
    publish: async (address) => {
      await writeFile(`${file}.new`, JSON.stringify({ ...me, address }), { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
    release: () => rm(file, { force: true }),
  };
}
