import type { Database, Service } from '../types.ts';
import { onSchedule } from './schedule.ts';

const REREAD_MS = 2000;
const KEEP_RUNS = '7 days';

type JobRow = { id: string; schedule: string; command: string };

interface Job {
  row: JobRow;
  unschedule: () => void;
}

const isStandIn = `
  select to_regclass('cron.job') is not null
    and not exists (select from pg_extension where extname = 'pg_cron') as yes`;

const readJobs = 'select jobid::text as id, schedule, command from cron.job where active order by jobid';

const settleOldRuns = `
  update cron.job_run_details set status = 'failed', return_message = 'server restarted', end_time = now()
  where status in ('starting', 'running');
  delete from cron.job_run_details where start_time < now() - interval '${KEEP_RUNS}'`;

const beginRun = `
  insert into cron.job_run_details (jobid, database, username, command, status, start_time)
  values ($1::text::bigint, current_database(), current_user, $2::text, 'running', clock_timestamp())
  returning runid::text as id`;

const endRun = `
  update cron.job_run_details set status = $2::text, return_message = $3::text, end_time = clock_timestamp()
  where runid = $1::text::bigint`;

/**
 * Runs the rows of `cron.job` as pg_cron would, with its run log; a run never overlaps with one of the same job, and
 * a failing job stops no other. Does nothing where pg_cron itself is installed, because each job would run twice.
 */
export async function startScheduler(o: { database: Database }): Promise<Service> {
  const { database } = o;
  const found = await database.lock((session) => session.query<{ yes: boolean }>(isStandIn));
  if (!found[0]?.yes) return { stop: async () => undefined };

  const jobs = new Map<string, Job>();
  const running = new Set<string>();
  const open = new Set<Promise<void>>();
  let isStopped = false;

  const execute = async (row: JobRow, work: () => Promise<void>) => {
    const run = await database.lock((session) =>
      session.query<{ id: string }>(beginRun, [row.id, row.command]),
    );
    const failure = await work().then(
      () => null,
      (error: Error) => error.message,
    );
    const status = failure === null ? 'succeeded' : 'failed';
    await database.lock((session) => session.query(endRun, [run[0]?.id, status, failure]));
  };

  const start = (row: JobRow, work: () => Promise<void>): Promise<void> => {
    const run: Promise<void> = execute(row, work)
      .catch((error: Error) => console.error(`cron: job ${row.id} could not be logged: ${error.message}`))
      .finally(() => open.delete(run));
    open.add(run);
    return run;
  };

  const command = (row: JobRow) => () =>
    database.lock(async (session) => {
      try {
        await session.run(row.command);
      } catch (error) {
        await session.run('rollback');
        throw error;
      } finally {
        await session.run('reset role');
      }
    });

  const add = (row: JobRow) => {
    const job: Job = { row, unschedule: () => undefined };
    jobs.set(row.id, job);
    const due = () => {
      if (running.has(row.id) || isStopped) return;
      running.add(row.id);
      void start(row, command(row)).finally(() => running.delete(row.id));
    };
    try {
      job.unschedule = onSchedule(row.schedule, due);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void start(row, () => Promise.reject(new Error(`invalid schedule "${row.schedule}": ${reason}`)));
    }
  };

  const reread = async () => {
    const rows = await database.lock((session) => session.query<JobRow>(readJobs));
    if (isStopped) return;
    for (const [id, job] of jobs) {
      const row = rows.find((candidate) => candidate.id === id);
      if (row?.schedule === job.row.schedule && row.command === job.row.command) continue;
      job.unschedule();
      jobs.delete(id);
    }
    for (const row of rows) if (!jobs.has(row.id)) add(row);
  };

  await database.lock((session) => session.run(settleOldRuns));
  await reread();
  const timer = setInterval(() => {
    reread().catch((error: Error) => console.error(`cron: jobs could not be read: ${error.message}`));
  }, REREAD_MS);

  return {
    async stop() {
      isStopped = true;
      clearInterval(timer);
      for (const job of jobs.values()) job.unschedule();
      await Promise.all(open);
    },
  };
}
