import type { Database, Session } from '../types.ts';

/** Runs `work` in one transaction; what it throws rolls back and goes on. */
export function inTransaction<T>(database: Database, work: (session: Session) => Promise<T>): Promise<T> {
  return database.lock(async (session) => {
    await session.run('begin');
    try {
      const result = await work(session);
      await session.run('commit');
      return result;
    } catch (error) {
      await session.run('rollback');
      throw error;
    }
  });
}
