import 'server-only';
import type { NextRequest } from 'next/server';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { reportError } from '@/lib/vendors/sentry/report-error';
import type { Access } from './access';
import type { Exchange } from './exchange';
import { demandHttps } from './page-headers';
import { problem } from './problem';
import { RateLimited, type Taken } from './rate-limit';
import { withinTime } from './within-time';

/** What Next hands to a route handler beside the request. */
export interface RouteContext<P> {
  params: Promise<P>;
}

/**
 * Outermost step of every route: gives the request an id and 15 seconds, turns errors into problem JSON, says what is
 * left of the limit and writes one log line. The text of an unexpected error goes to the log only.
 * The handler carries its `access`.
 */
export function handle<P, A extends Access>(work: (exchange: Exchange<P>) => Promise<Response>, access: A) {
  const route = async (request: NextRequest, context: RouteContext<P>): Promise<Response> => {
    const started = performance.now();
    const id = crypto.randomUUID();
    const { response, taken } = await answer(work, { id, request, params: await context.params });
    response.headers.set('x-request-id', id);
    response.headers.set('cache-control', 'no-store');
    demandHttps(response.headers);
    if (taken) sayLimit(response.headers, taken);
    const ms = Math.round(performance.now() - started);
    log.info(
      { id, method: request.method, path: request.nextUrl.pathname, status: response.status, ms },
      'request',
    );
    return response;
  };
  return Object.assign(route, { access });
}

async function answer<P>(
  work: (exchange: Exchange<P>) => Promise<Response>,
  call: Pick<Exchange<P>, 'id' | 'request' | 'params'>,
): Promise<{ response: Response; taken?: Taken | undefined }> {
  let exchange: Exchange<P> | undefined;
  try {
    const response = await withinTime((signal) => {
      exchange = { ...call, signal };
      return work(exchange);
    });
    return { response, taken: exchange?.taken };
  } catch (error) {
    const taken = error instanceof RateLimited ? error.taken : exchange?.taken;
    return { response: await problem(await known(error, call), call.request, call.id), taken };
  }
}

/** The error as one that may leave; what nobody expected is written down and reported first. */
async function known(
  error: unknown,
  { id, request }: Pick<Exchange<unknown>, 'id' | 'request'>,
): Promise<AppError> {
  const isOurs = error instanceof AppError;
  if (isOurs && error.status < 500) return error;
  log.error({ id, err: isOurs ? (error.cause ?? error) : error }, isOurs ? error.code : 'unexpected');
  const { method, nextUrl } = request;
  await reportError(error, { kind: 'route', method, path: nextUrl.pathname, requestId: id });
  return isOurs ? error : new AppError('internal');
}

function sayLimit(headers: Headers, { limit, remaining, resetAt }: Taken): void {
  headers.set('x-ratelimit-limit', String(limit));
  headers.set('x-ratelimit-remaining', String(remaining));
  headers.set('x-ratelimit-reset', String(Math.ceil(resetAt / 1000)));
}
