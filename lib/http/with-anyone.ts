import 'server-only';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { AuthEvent } from './access';
import { readBody } from './body';
import { spend } from './exchange';
import { handle } from './handle';
import { assertOwnOrigin } from './origin';
import { addressKey, type LimitName } from './rate-limit';

interface OpenCall<I, P> {
  input: I;
  params: P;
  request: NextRequest;
  /** Aborts when the route has taken too long. */
  signal: AbortSignal;
}

/** A route that needs no actor yet: sign-in, pairing, language. Only our own pages may post to it. */
export function withAnyone<S extends z.ZodType = z.ZodUndefined, P = Record<never, never>>(
  handler: (call: OpenCall<z.infer<S>, P>) => Promise<Response>,
  needs: { body?: S; limit?: LimitName; event?: AuthEvent } = {},
) {
  const access = { actor: 'anyone', limit: 'api', ...needs } as const;
  return handle<P, typeof access>(async (exchange) => {
    const { request, params, signal } = exchange;
    await spend(exchange, access.limit, addressKey(request.headers));
    assertOwnOrigin(request);
    const input = (needs.body ? await readBody(request, needs.body, signal) : undefined) as z.infer<S>;
    return handler({ input, params, request, signal });
  }, access);
}
