import { Cron } from 'croner';

const SECONDS = /^\s*([1-9]|[1-5]\d)\s+seconds?\s*$/i;

/**
 * Calls `due` at the times of a pg_cron schedule: five fields in UTC (`$` is the last day of the month), or
 * "N seconds" with N from 1 to 59. Returns how to stop. Throws on a schedule that pg_cron would refuse.
 */
export function onSchedule(schedule: string, due: () => void): () => void {
  const seconds = SECONDS.exec(schedule)?.[1];
  if (seconds) {
    const timer = setInterval(due, Number(seconds) * 1000);
    return () => clearInterval(timer);
  }
  const pattern = schedule.trim().replace(/^(\S+\s+\S+\s+)\$(?=\s)/, '$1L');
  const cron = new Cron(pattern, { timezone: 'UTC', mode: '5-part' }, due);
  return () => cron.stop();
}
