const TIMEOUT_MS = 30_000;

/** A call that the database refused or that did not get through; `code` is its SQLSTATE or the HTTP status. */
export class DbError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The database as `service_role`, by its functions alone. */
export interface Db {
  /** Calls a function with named arguments and answers its JSON. Throws `DbError`. */
  rpc<T>(name: string, args: Record<string, unknown>): Promise<T>;
}

/** A client for the project's REST API with its secret key. */
export function createDb(url: string, secretKey: string): Db {
  return {
    async rpc<T>(name: string, args: Record<string, unknown>): Promise<T> {
      const answer = await fetch(`${url}/rest/v1/rpc/${name}`, {
        method: 'POST',
        headers: { apikey: secretKey, 'content-type': 'application/json' },
        body: JSON.stringify(args),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const body: unknown = await answer.json().catch(() => null);
      if (answer.ok) return body as T;
      const problem = (body ?? {}) as { code?: unknown; message?: unknown };
      throw new DbError(
        typeof problem.code === 'string' ? problem.code : String(answer.status),
        typeof problem.message === 'string' ? problem.message : `${name} answered ${answer.status}`,
      );
    },
  };
}
