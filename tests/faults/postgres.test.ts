import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type BackendProcess, startBackendProcess } from '../support/backend-process.ts';
import { sql, useBackend } from '../support/clients.ts';
import { FaultProxy } from '../support/fault-proxy.ts';
import { createServerDatabase, testServer } from '../support/server-database.ts';
import { appEnvironment, type Reply } from '../support/visitor.ts';
import { createScene, type Scene } from './support/scene.ts';

const server = testServer();

const LIMIT = '4s';
const soon = { timeout: 20_000, interval: 50 };

/** What Postgres says to one connection too many. */
function tooManyClients(): Buffer {
  const fields = Buffer.from('SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0');
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

async function sqlOn(url: string, statement: string): Promise<void> {
  const once = postgres(url, { max: 1, onnotice: () => undefined });
  await once.unsafe(statement);
  await once.end();
}

describe.runIf(server)('on the Postgres of TEST_DATABASE_URL', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  let door: FaultProxy;
  let backend: BackendProcess;
  let scene: Scene;

  beforeAll(async () => {
    database = await createServerDatabase(server ?? '');
    const { pathname } = new URL(database.url);
    // As on hosted, where no statement of the API may take longer than some seconds.
    await sqlOn(database.url, `alter database ${pathname.slice(1)} set statement_timeout = '${LIMIT}'`);
    door = await new FaultProxy(database.url).start();
    backend = await startBackendProcess({ databaseUrl: door.url });
    useBackend({ ...backend.address, db: database.url });
    appEnvironment(backend.address);
    scene = await createScene();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await door.mend();
  });
  afterAll(async () => {
    await backend?.stop();
    await door?.stop();
    await sql().end();
    await database?.drop();
  });

  const endConnections = () => sql()`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'jarvis-backend'`;
  const expectProblem = ({ status, body }: Reply, code = 'backend_unavailable', wanted = 503) => {
    expect(body).toMatchObject({ code });
    expect(status).toBe(wanted);
  };

  it('connections that an administrator ended are made anew', async () => {
    const kept = await scene.createAlert();
    expect((await scene.resolve(kept)).status).toBe(200);
    await endConnections();
    await expect.poll(async () => (await scene.read()).status, soon).toBe(200);
    expect((await scene.scan()).status).toBe(200);
    expect(await scene.alertStatus(kept)).toBe('resolved');
  });

  it('a statement whose connection ends under it is a problem and leaves nothing half done', async () => {
    const alert = await scene.createAlert();
    const holder = await sql().reserve();
    await holder`begin`;
    await holder`select id from public.manager_alerts where id = ${alert} for update`;
    const reply = scene.resolve(alert);
    await expect
      .poll(
        () => holder`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
        soon,
      )
      .toHaveLength(1);
    expectProblem(await reply);
    await holder`commit`;
    holder.release();
    expect(await scene.alertStatus(alert)).toBe('pending');
    await expect.poll(async () => (await scene.resolve(alert)).status, soon).toBe(200);
  });

  it('away for a while: every answer says so, and the app comes back by itself', async () => {
    await door.refuse();
    expectProblem(await scene.heartbeat());
    await door.mend();
    await expect.poll(async () => (await scene.read()).status, soon).toBe(200);
    expect((await scene.heartbeat()).status).toBe(200);
  });

  it('with no connection left: every answer says so, and the app comes back by itself', async () => {
    door.set(tooManyClients());
    door.drop();
    expectProblem(await scene.heartbeat());
    await door.mend();
    await expect.poll(async () => (await scene.heartbeat()).status, soon).toBe(200);
  });

  it('a statement that waits too long for a lock is too slow, changes nothing, and works afterwards', async () => {
    const alert = await scene.createAlert();
    const holder = await sql().reserve();
    await holder`set statement_timeout = 0`;
    await holder`begin`;
    await holder`select id from public.manager_alerts where id = ${alert} for update`;
    expectProblem(await scene.resolve(alert), 'too_slow', 504);
    await holder`commit`;
    holder.release();
    expect(await scene.alertStatus(alert)).toBe('pending');
    expect((await scene.resolve(alert)).status).toBe(200);
  });

  it.each(['40P01', '40001', '53200', '57P03'])(
    'SQLSTATE %s is a problem to try again after, and leaves nothing half done',
    async (code) => {
      const alert = await scene.createAlert();
      await sql().unsafe(`
        create function public.planted() returns trigger language plpgsql set search_path = ''
          as $$ begin raise exception 'planted' using errcode = '${code}'; end $$;
        create constraint trigger planted after update on public.manager_alerts
          deferrable initially deferred for each row execute function public.planted();`);
      try {
        expectProblem(await scene.resolve(alert));
      } finally {
        await sql().unsafe('drop function public.planted cascade');
      }
      expect(await scene.alertStatus(alert)).toBe('pending');
      expect((await scene.resolve(alert)).status).toBe(200);
    },
  );
});
