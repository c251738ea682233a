import type postgres from 'postgres';

/** The server ended the connection, or it broke; nothing can follow on it. */
const over = /^(57P0[1-5]|08\w{3}|25P0[34]|CONNECTION_\w+|ECONN\w+|EPIPE)$/;

const isOver = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && over.test(String(error.code));

/** A reservation that knows when its connection is gone: what follows is refused with the same error. */
function guarded(reserved: postgres.ReservedSql): postgres.ReservedSql {
  let end: { error: unknown } | undefined;
  return new Proxy(reserved, {
    get(target, name) {
      if (name === 'unsafe') {
        return (...query: Parameters<postgres.ReservedSql['unsafe']>) => {
          if (end) return Promise.reject(end.error);
          const asked = target.unsafe(...query);
          asked.catch((error: unknown) => {
            if (isOver(error)) end = { error };
          });
          return asked;
        };
      }
      // The pool has taken a connection that is gone back already; given back again it would be handed out as a live one.
      if (name === 'release') return () => end ?? target.release();
      return Reflect.get(target, name);
    },
  });
}

/**
 * Mends reservations of the driver: a statement on one whose connection has ended, such as the rollback after that,
 * would end the whole process.
 */
export function guardReservations(sql: postgres.Sql): void {
  const reserve = sql.reserve.bind(sql);
  sql.reserve = async () => guarded(await reserve());
}
