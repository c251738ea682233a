import 'server-only';
import type { NextRequest } from 'next/server';
import { AppError, type ErrorCode } from '@/lib/errors';
import { log, logged, logHash } from '@/lib/log';
import { reportError } from '@/lib/vendors/sentry/report-error';
import type { Access } from './access';
import type { Exchange } from './exchange';
import { demandHttps } from './page-headers';
import { problem } from './problem';
import { addressKey, RateLimited, type Taken } from './rate-limit';
import { SHARED_KEY } from './rate-limit/limits';
import { withinTime } from './within-time';

/** What Next hands to a route handler beside the request. */
export interface RouteContext<P> {
  params: Promise<P>;
}

/**
 * Outermost step of every route: gives the request an id and 15 seconds, turns errors into problem JSON, says what is
 * left of the limit and writes one log line, at `warn` with the code when it was refused. The text of an unexpected
 * error goes to the log only. The handler carries its `access`.
 */
export function handle<P, A extends Access>(work: (exchange: Exchange<P>) => Promise<Response>, access: A) {
  const serve = async (id: string, request: NextRequest, context: RouteContext<P>): Promise<Response> => {
    const started = performance.now();
    const { response, taken, code } = await answer(work, { id, request, params: await context.params });
    response.headers.set('x-request-id', id);
    response.headers.set('cache-control', 'no-store');
    demandHttps(response.headers);
    if (taken) sayLimit(response.headers, taken);
    const ms = Math.round(performance.now() - started);
    const { method, nextUrl } = request;
    log[code ? 'warn' : 'info'](
      {
        method,
        path: nextUrl.pathname,
        status: response.status,
        ms,
        ...(code && { code }),
        ...((code || access.event) && { from: from(request.headers) }),
      },
      'request',
    );
    return response;
  };
  const route = (request: NextRequest, context: RouteContext<P>): Promise<Response> => {
    const id = crypto.randomUUID();
    return logged({ id, ...(access.event && { event: access.event }) }, () => serve(id, request, context));
  };
  return Object.assign(route, { access });
}

/** Tells attempts from one place together without keeping where that is. */
function from(headers: Headers): string {
  const key = addressKey(headers);
  return key === SHARED_KEY ? key : logHash(key);
}

async function answer<P>(
  work: (exchange: Exchange<P>) => Promise<Response>,
  call: Pick<Exchange<P>, 'id' | 'request' | 'params'>,
): Promise<{ response: Response; taken?: Taken | undefined; code?: ErrorCode }> {
  let exchange: Exchange<P> | undefined;
  try {
    const response = await withinTime((signal) => {
      exchange = { ...call, signal };
      return work(exchange);
    });
    return { response, taken: exchange?.taken };
  } catch (error) {
    const taken = error instanceof RateLimited ? error.taken : exchange?.taken;
    const refused = await known(error, call);
    return { response: await problem(refused, call.request, call.id), taken, code: refused.code };
  }
}

/** The error as one that may leave; what nobody expected is written down and reported first. */
async function known(
  error: unknown,
  { id, request }: Pick<Exchange<unknown>, 'id' | 'request'>,
): Promise<AppError> {
  const isOurs = error instanceof AppError;
  if (isOurs && error.status < 500) return error;
  log.error({ err: isOurs ? (error.cause ?? error) : error }, isOurs ? error.code : 'unexpected');
  const { method, nextUrl } = request;
  await reportError(error, { kind: 'route', method, path: nextUrl.pathname, requestId: id });
  return isOurs ? error : new AppError('internal');
}

function sayLimit(headers: Headers, { limit, remaining, resetAt }: Taken): void {
  headers.set('x-ratelimit-limit', String(limit));
  headers.set('x-ratelimit-remaining', String(remaining));
  headers.set('x-ratelimit-reset', String(Math.ceil(resetAt / 1000)));
}
