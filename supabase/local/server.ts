import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmailDriver } from '@supabase/lite';
import type { Captcha } from './api/captcha.ts';
import { createFront } from './api/front.ts';
import { listen } from './api/http.ts';
import { createLite } from './api/lite.ts';
import { quietStatementErrors } from './api/quiet.ts';
import { Tokens } from './api/tokens.ts';
import { bootstrap } from './bootstrap/index.ts';
import { startScheduler } from './cron/index.ts';
import { type DataLock, lockFolder } from './database/data-lock.ts';
import { type Fixes, openPglite, openPostgres } from './database/open.ts';
import { startWire } from './database/wire.ts';
import { addDemoFactors, closeDemo, seedDemo } from './demo/index.ts';
import { startFunctions } from './functions/index.ts';
import { type Keys, loadKeys } from './keys.ts';
import { addMessage } from './mailbox/store.ts';
import { migrateUp } from './migrate/index.ts';
import { startNetWorker } from './net/index.ts';
import { storeSecrets } from './secrets.ts';
import type { BackendAddress, Database, Service } from './types.ts';

export interface BackendOptions {
  /** The data folder, locked while the backend runs; without it everything is in memory. */
  folder?: string | undefined;
  /** A Postgres 17 server instead of PGlite. */
  databaseUrl?: string | undefined;
  /** 0 or none: a free port. */
  port?: number | undefined;
  host?: string | undefined;
  /** Port of the database socket in front of PGlite; 0 or none: a free port. */
  databasePort?: number | undefined;
  isExposed?: boolean;
  /** Migrations to apply before the first request; null applies none. */
  migrations?: string | null;
  /** Fills an empty database with the demo data of `supabase/seed`; never when exposed, which also closes its logins. */
  seed?: boolean;
  /** Runs the jobs of `cron.job`; on by default. */
  cron?: boolean;
  /** Where mail links lead. */
  siteUrl?: string | undefined;
  /** Takes the auth server's own mails instead of the mailbox. */
  email?: EmailDriver;
  /** Wants a solved captcha for what hosted guards with one. */
  captcha?: Captcha | undefined;
  /** Variables for Edge Functions beside those every function has. */
  functionEnv?: Record<string, string>;
  /** Hears what Edge Functions print. */
  functionLog?: (name: string, line: string) => void;
  /** Leaves out fixes, for the tests that show what each of them prevents. */
  fixes?: Partial<Fixes>;
}

export interface Backend extends Service {
  readonly address: BackendAddress;
  readonly keys: Keys;
  readonly database: Database;
  /** Answers a request without the network, as the HTTP server does. */
  handle(request: Request): Promise<Response>;
  /** After tables or functions changed: without it the API still answers by the old catalog. */
  clearSchemaCache(): Promise<void>;
}

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Whom the mails come from where nobody has configured it. */
const MAIL_FROM = 'JARVIS <no-reply@jarvis.example>';

const mailboxDriver = (database: Database): EmailDriver => ({
  send: async ({ to, subject, text, html }) => {
    await addMessage(database, { from: MAIL_FROM, to: [to], subject, text, html });
  },
});

/** Takes the data folder and opens the database in it, in memory, or on a server. */
async function openDatabase(o: BackendOptions, fixes: Fixes, stack: AsyncDisposableStack) {
  let lock: DataLock | undefined;
  if (o.folder) {
    lock = await lockFolder(o.folder);
    stack.defer(() => lock?.release());
  }
  const open = o.databaseUrl ? await openPostgres(o.databaseUrl, fixes) : await openPglite(o.folder, fixes);
  stack.defer(() => open.database.close());
  return { lock, open };
}

/**
 * Starts the embedded backend: database, migrations, API and Edge Functions. Resolves when it answers requests; throws
 * one clear sentence (a held folder, a taken port, a migration that fails) and leaves nothing running.
 */
export async function startBackend(o: BackendOptions = {}): Promise<Backend> {
  const fixes: Fixes = { lock: true, grants: true, errors: true, system: true, ...o.fixes };
  await using stack = new AsyncDisposableStack();
  const { lock, open } = await openDatabase(o, fixes, stack);
  const { database, connection } = open;
  stack.defer(quietStatementErrors());
  const keys = await loadKeys(o.folder);

  await bootstrap(database);
  const migrations = o.migrations === undefined ? join(projectRoot, 'supabase/migrations') : o.migrations;
  if (migrations) await migrateUp(database, migrations);
  const demo = join(projectRoot, 'supabase/seed');
  if (o.seed && !o.isExposed) {
    await seedDemo(database, keys, demo);
    await addDemoFactors(database, keys, demo);
  }
  await closeDemo(database, demo, o.isExposed ?? false);
  const clearSchemaCache = () => connection.clearSchemaCache();
  await database.listen('pgrst', () => void clearSchemaCache());

  const wire = open.session ? await startWire(open.session, o.databasePort ?? 0) : undefined;
  if (wire) stack.defer(() => wire.stop());

  let url = '';
  let functions: Awaited<ReturnType<typeof startFunctions>> | undefined;
  const siteUrl = o.siteUrl ?? 'http://localhost:3001';
  const email = o.email ?? mailboxDriver(database);
  const front = createFront({
    keys,
    tokens: new Tokens(keys),
    database,
    fixes,
    isExposed: o.isExposed ?? false,
    siteUrl,
    email,
    captcha: o.captcha,
    lite: createLite(open, keys, { siteUrl, email }),
    callFunction: async (request, name) =>
      functions ? functions.handle(request, name) : new Response('The backend is starting.', { status: 503 }),
    setSecrets: (env) => functions?.set(env),
    issuer: () => `${url}/auth/v1`,
  });
  const http = await listen({
    port: o.port ?? 0,
    host: o.host,
    isExposed: o.isExposed ?? false,
    handle: front,
  });
  stack.defer(() => http.stop());
  url = `http://127.0.0.1:${http.port}`;

  await storeSecrets(database, { project_url: url, functions_secret: keys.functions_secret });
  functions = await startFunctions({
    root: projectRoot,
    ...(o.functionLog ? { log: o.functionLog } : {}),
    env: {
      SUPABASE_URL: url,
      SUPABASE_PUBLISHABLE_KEY: keys.publishable_key,
      SUPABASE_SECRET_KEY: keys.secret_key,
      FUNCTIONS_SECRET: keys.functions_secret,
      RESEND_API_KEY: keys.resend_api_key,
      RESEND_BASE_URL: url,
      MAIL_FROM,
      APP_URL: siteUrl,
      ...o.functionEnv,
    },
  });
  stack.defer(() => functions?.stop());
  const worker = await startNetWorker({ database });
  stack.defer(() => worker.stop());
  if (o.cron !== false) {
    const scheduler = await startScheduler({ database });
    stack.defer(() => scheduler.stop());
  }

  const address: BackendAddress = {
    url,
    publishable_key: keys.publishable_key,
    secret_key: keys.secret_key,
    db: wire?.url ?? o.databaseUrl ?? '',
    resend_base_url: url,
    resend_api_key: keys.resend_api_key,
    mailbox_url: o.isExposed ? null : `${url}/mailbox`,
  };
  await lock?.publish(address);
  const running = stack.move();
  return { address, keys, database, handle: front, clearSchemaCache, stop: () => running.disposeAsync() };
}
