/** One row as the driver returns it: column name → JavaScript value. */
export type Row = Record<string, unknown>;

/** Whoever holds the database's one session runs statements through this. `run` takes several statements, without parameters. */
export interface Session {
  query<T extends Row = Row>(sql: string, parameters?: unknown[]): Promise<T[]>;
  run(sql: string): Promise<void>;
}

/**
 * The embedded backend's database, PGlite or a Postgres 17 server.
 * Everything in the server process that touches it goes through `lock`, so that no statement ever runs inside
 * somebody else's open transaction or under their role.
 */
export interface Database {
  readonly engine: 'pglite' | 'postgres';
  lock<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Calls back with the payload of each notification on the channel; returns how to stop. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** What `npm run backend` prints as one JSON line when it is ready. */
export interface BackendAddress {
  url: string;
  publishable_key: string;
  secret_key: string;
  /** Connection URL of the database itself (Postgres protocol on loopback); an own socket in front of PGlite. */
  db: string;
  /** Resend's API, and the key it wants: for `new Resend(key, { baseUrl })`. */
  resend_base_url: string;
  resend_api_key: string;
  /** The page that shows what was mailed; null when exposed. */
  mailbox_url: string | null;
}

/** A part that runs beside requests (functions, net worker, scheduler); `stop` ends its children and timers. */
export interface Service {
  stop(): Promise<void>;
}
