import type { Database, Service } from '../types.ts';
import { type Answer, type QueuedRequest, send } from './send.ts';

const SWEEP_MS = 1000;
const AT_ONCE = 16;
const KEEP_ANSWERS = '6 hours';

const isStandIn = `
  select to_regclass('net.http_request_queue') is not null
    and not exists (select from pg_extension where extname = 'pg_net') as yes`;

const take = `
  delete from net.http_request_queue
  where id in (select id from net.http_request_queue order by id limit $1 for update skip locked)
  returning id::text, method, url, headers::text, encode(body, 'base64') as body, timeout_milliseconds`;

const keep = `
  insert into net._http_response (id, status_code, content_type, headers, content, timed_out, error_msg)
  values ($1::text::bigint, $2::text::integer, $3::text, $4::text::jsonb, $5::text, $6::text::boolean, $7::text)`;

/**
 * Sends what `net.http_post` queued, as pg_net would: after the caller's commit, once, in order of queueing but not
 * waiting for each other; the answer or the reason of failure lands in `net._http_response`. Does nothing where
 * pg_net itself is installed.
 */
export async function startNetWorker(o: { database: Database }): Promise<Service> {
  const { database } = o;
  const found = await database.lock((session) => session.query<{ yes: boolean }>(isStandIn));
  if (!found[0]?.yes) return { stop: async () => undefined };

  const ending = new AbortController();
  const open = new Set<Promise<void>>();
  let round: Promise<void> | undefined;
  let isWoken = false;

  const record = (id: string, a: Answer) =>
    database.lock((session) =>
      session.query(keep, [
        id,
        a.status?.toString() ?? null,
        a.contentType,
        a.headers && JSON.stringify(a.headers),
        a.content,
        String(a.isTimedOut),
        a.error,
      ]),
    );

  const deliver = async (request: QueuedRequest) => {
    const answer = await send(request, ending.signal);
    await record(request.id, answer).catch((error: Error) =>
      console.error(`net: the answer to request ${request.id} could not be stored: ${error.message}`),
    );
  };

  const drain = async () => {
    do {
      isWoken = false;
      const free = AT_ONCE - open.size;
      if (free === 0 || ending.signal.aborted) return;
      const requests = await database.lock((session) => session.query<QueuedRequest>(take, [free]));
      for (const request of requests) {
        const work: Promise<void> = deliver(request).finally(() => {
          open.delete(work);
          wake();
        });
        open.add(work);
      }
    } while (isWoken);
  };

  const wake = () => {
    isWoken = true;
    if (ending.signal.aborted) return;
    round ??= drain()
      .catch((error: Error) => console.error(`net: the queue could not be read: ${error.message}`))
      .finally(() => {
        round = undefined;
      });
  };

  const forget = () =>
    database
      .lock((session) =>
        session.run(`delete from net._http_response where created < now() - interval '${KEEP_ANSWERS}'`),
      )
      .catch(() => undefined);

  await forget();
  const unlisten = await database.listen('net_request', wake);
  const sweep = setInterval(wake, SWEEP_MS);
  const cleaning = setInterval(() => void forget(), 600_000);
  wake();

  return {
    async stop() {
      ending.abort();
      clearInterval(sweep);
      clearInterval(cleaning);
      await unlisten();
      await round;
      await Promise.all(open);
    },
  };
}
