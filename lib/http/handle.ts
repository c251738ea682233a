import 'server-only';
import type { NextRequest } from 'next/server';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { problem } from './problem';

/** What Next hands to a route handler beside the request. */
export interface RouteContext<P> {
  params: Promise<P>;
}

/**
 * Outermost step of every route: gives the request an id, turns errors into problem JSON and writes one log line.
 * The text of an unexpected error goes to the log only.
 */
export function handle<P>(work: (request: NextRequest, params: P) => Promise<Response>) {
  return async (request: NextRequest, context: RouteContext<P>): Promise<Response> => {
    const id = crypto.randomUUID();
    const started = performance.now();
    const response = await answer(work, request, await context.params, id);
    response.headers.set('x-request-id', id);
    response.headers.set('cache-control', 'no-store');
    const ms = Math.round(performance.now() - started);
    log.info(
      { id, method: request.method, path: request.nextUrl.pathname, status: response.status, ms },
      'request',
    );
    return response;
  };
}

async function answer<P>(
  work: (request: NextRequest, params: P) => Promise<Response>,
  request: NextRequest,
  params: P,
  id: string,
): Promise<Response> {
  try {
    return await work(request, params);
  } catch (error) {
    if (error instanceof AppError) {
      if (error.status >= 500) log.error({ id, err: error.cause ?? error }, error.code);
      return problem(error, request, id);
    }
    log.error({ id, err: error }, 'unexpected');
    return problem(new AppError('internal'), request, id);
  }
}
