import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bootstrap } from '@/supabase/local/bootstrap/index.ts';
import { startScheduler } from '@/supabase/local/cron/index.ts';
import type { Database, Service } from '@/supabase/local/types.ts';
import { engines, openScratchDatabase } from '../../support/scratch-database.ts';

describe.each(engines)('the scheduler on %s', (engine) => {
  let database: Database;
  let scheduler: Service | undefined;

  const run = (sql: string) => database.lock((session) => session.run(sql));
  const rows = <T extends Record<string, unknown>>(sql: string) =>
    database.lock((session) => session.query<T>(sql));
  const runsOf = (name: string) =>
    rows<{ status: string; return_message: string | null }>(
      `select d.status, d.return_message from cron.job_run_details d join cron.job j using (jobid)
     where j.jobname = '${name}' and d.status <> 'running' order by d.runid`,
    );

  beforeAll(async () => {
    database = await openScratchDatabase(engine);
    await bootstrap(database);
    await run(
      'create table public.ticks (at timestamptz default clock_timestamp(), who text default current_user)',
    );
  });

  afterEach(async () => {
    await scheduler?.stop();
    scheduler = undefined;
    await run('truncate cron.job, cron.job_run_details, public.ticks');
  });

  afterAll(() => database.close());

  test('runs a job by seconds, keeps its log, and a failing job stops no other', async () => {
    await run(`
    select cron.schedule('fails', '1 seconds', 'begin; set role anon; select 1 / 0');
    select cron.schedule('ticks', '1 seconds', 'insert into public.ticks default values')`);
    scheduler = await startScheduler({ database });
    await expect.poll(() => rows('select from public.ticks'), { timeout: 6000 }).toHaveLength(2);
    expect((await rows('select distinct who from public.ticks'))[0]).toEqual({ who: 'postgres' });
    await expect.poll(() => runsOf('ticks')).toContainEqual({ status: 'succeeded', return_message: null });
    await expect
      .poll(() => runsOf('fails'))
      .toContainEqual({ status: 'failed', return_message: 'division by zero' });
  });

  test('takes up a job that is added later, follows a change, and leaves an inactive one alone', async () => {
    scheduler = await startScheduler({ database });
    await run(
      `select cron.schedule('late', '1 seconds', 'insert into public.ticks (who) values (''first'')')`,
    );
    const count = async (who: string) => (await rows(`select from public.ticks where who = '${who}'`)).length;
    await expect.poll(() => count('first'), { timeout: 6000 }).toBeGreaterThan(0);
    await run(
      `select cron.schedule('late', '1 seconds', 'insert into public.ticks (who) values (''second'')')`,
    );
    await expect.poll(() => count('second'), { timeout: 6000 }).toBeGreaterThan(0);

    await run(`
    select cron.unschedule('late');
    select cron.schedule('beside', '1 seconds', 'insert into public.ticks (who) values (''beside'')')`);
    await expect.poll(() => count('beside'), { timeout: 6000 }).toBeGreaterThan(0);
    const [first, second, beside] = await Promise.all(['first', 'second', 'beside'].map(count));
    await expect.poll(() => count('beside'), { timeout: 6000 }).toBeGreaterThan((beside ?? 0) + 1);
    expect(await Promise.all(['first', 'second'].map(count))).toEqual([first, second]);
  });

  test('never overlaps with itself, and lets others run meanwhile', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const slow: Database = {
      ...database,
      lock: (work) =>
        database.lock((session) =>
          work({
            ...session,
            run: async (sql) => {
              if (!sql.includes('slow')) return session.run(sql);
              most = Math.max(most, ++running);
              await new Promise((passed) => setTimeout(passed, 1500));
              running--;
              runs++;
            },
          }),
        ),
    };
    await run(`select cron.schedule('slow', '1 seconds', 'select ''slow''')`);
    scheduler = await startScheduler({ database: slow });
    await expect.poll(() => runs, { timeout: 8000 }).toBeGreaterThan(1);
    expect(most).toBe(1);
  });

  test('names an invalid schedule in the log', async () => {
    await run(`insert into cron.job (jobname, schedule, command) values ('wrong', '99 seconds', 'select 1')`);
    scheduler = await startScheduler({ database });
    await expect.poll(() => runsOf('wrong')).toHaveLength(1);
    expect((await runsOf('wrong'))[0]?.return_message).toContain('invalid schedule "99 seconds"');
  });

  test('marks runs that a crash cut off', async () => {
    await run(`insert into cron.job (jobname, schedule, command) values ('cut', '0 2 * * *', 'select 1');
             insert into cron.job_run_details (jobid, status) select jobid, 'running' from cron.job`);
    scheduler = await startScheduler({ database });
    expect(await runsOf('cut')).toEqual([{ status: 'failed', return_message: 'server restarted' }]);
  });

  test('does nothing where pg_cron is installed', async () => {
    await run(`select cron.schedule('twice', '1 seconds', 'insert into public.ticks default values')`);
    let turns = 0;
    const asIfInstalled: Database = {
      ...database,
      lock: (work) => {
        turns++;
        return database.lock((session) =>
          work({ ...session, query: (sql, p) => session.query(sql.replaceAll("'pg_cron'", "'plpgsql'"), p) }),
        );
      },
    };
    scheduler = await startScheduler({ database: asIfInstalled });
    await scheduler.stop();
    expect(turns).toBe(1);
  });
});
