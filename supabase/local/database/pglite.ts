import { AsyncLocalStorage } from 'node:async_hooks';
import type { PGlite } from '@electric-sql/pglite';
import type { Database, Row, Session } from '../types.ts';
import { SessionLock } from './lock.ts';

const searchPath = 'set search_path = "$user", public, extensions';

/** PGlite's only session: who may use it now, and how it is made clean after a guest on the wire left settings in it. */
export class PgliteSession {
  readonly pg: PGlite;
  readonly lock = new SessionLock();
  /** The last guest, whose settings (role, search_path) are still in the session. */
  #guest: object | undefined;

  constructor(pg: PGlite) {
    this.pg = pg;
  }

  /** A turn for the caller's flow (a request, which may nest). */
  acquire(): Promise<() => void> {
    return this.#enter(() => this.lock.acquire());
  }

  /** A turn of its own, whatever flow the caller is in; a guest finds its own settings again. */
  acquireApart(guest?: object): Promise<() => void> {
    return this.#enter(() => this.lock.flow(() => this.lock.acquire()), guest);
  }

  async #enter(turn: () => Promise<() => void>, guest?: object): Promise<() => void> {
    const release = await turn();
    try {
      if (this.#guest && this.#guest !== guest) await this.pg.exec(`reset role; reset all; ${searchPath}`);
    } catch (error) {
      release();
      throw error;
    }
    this.#guest = guest;
    return release;
  }

  /** PGlite ignores `alter database … set`, so each open sets what a Postgres server keeps. */
  async settle(): Promise<void> {
    await this.pg.waitReady;
    await this.pg.exec(searchPath);
  }
}

/** The `Database` of the embedded backend on PGlite; every turn goes through the session's one lock. */
export function pgliteDatabase(held: PgliteSession): Database {
  const { pg } = held;
  const inside = new AsyncLocalStorage<{ ended: boolean }>();
  const session: Session = {
    query: async <T extends Row>(sql: string, parameters: unknown[] = []) =>
      (await pg.query<T>(sql, parameters)).rows,
    run: async (sql) => {
      await pg.exec(sql);
    },
  };

  const turn = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const outer = inside.getStore();
    if (outer && !outer.ended) return work(session);
    const release = await held.acquireApart();
    const here = { ended: false };
    try {
      const result = await inside.run(here, () => work(session));
      if (pg.isInTransaction()) throw new Error('A turn on the database ended inside an open transaction.');
      return result;
    } finally {
      here.ended = true;
      if (!pg.closed && pg.isInTransaction()) await pg.exec('rollback');
      release();
    }
  };

  return {
    engine: 'pglite',
    lock: turn,
    listen: async (channel, heard) => {
      // Notifications surface inside whoever runs a statement; they must not inherit that flow.
      const apart = AsyncLocalStorage.bind((payload: string) => void setImmediate(heard, payload));
      const stop = await turn(() => pg.listen(channel, apart));
      return () => turn(() => stop());
    },
    close: async () => {
      const release = await held.acquireApart();
      try {
        if (!pg.closed) await pg.close();
      } finally {
        release();
      }
    },
  };
}
