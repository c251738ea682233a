import { AsyncLocalStorage } from 'node:async_hooks';
import type postgres from 'postgres';
import type { Database, Row, Session } from '../types.ts';

/**
 * The `Database` of the embedded backend on a Postgres server: each turn has a connection of its own. `letGo` is called
 * before the connections end.
 */
export function postgresDatabase(sql: postgres.Sql, letGo: () => void): Database {
  const inside = new AsyncLocalStorage<{ session: Session; ended: boolean }>();

  const turn = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const outer = inside.getStore();
    if (outer && !outer.ended) return work(outer.session);
    const reserved = await sql.reserve();
    const session: Session = {
      query: async <R extends Row>(text: string, parameters: unknown[] = []) => {
        const rows = await reserved.unsafe<R[]>(text, parameters as postgres.ParameterOrJSON<never>[]);
        return [...rows];
      },
      run: async (text) => {
        await reserved.unsafe(text);
      },
    };
    const here = { session, ended: false };
    try {
      return await inside.run(here, () => work(session));
    } catch (error) {
      await reserved.unsafe('rollback').catch(() => undefined);
      throw error;
    } finally {
      here.ended = true;
      reserved.release();
    }
  };

  return {
    engine: 'postgres',
    lock: turn,
    listen: async (channel, heard) => {
      const { unlisten } = await sql.listen(channel, heard);
      return unlisten;
    },
    close: () => {
      letGo();
      return sql.end({ timeout: 5 });
    },
  };
}
