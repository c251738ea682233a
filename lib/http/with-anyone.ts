import 'server-only';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { readBody } from './body';
import { handle } from './handle';
import { assertOwnOrigin } from './origin';

/** A route that needs no actor yet: sign-in, pairing, language. Only our own pages may post to it. */
export function withAnyone<S extends z.ZodType, P = Record<never, never>>(
  handler: (call: { input: z.infer<S>; params: P; request: NextRequest }) => Promise<Response>,
  needs: { body: S },
) {
  return handle<P>(async (request, params) => {
    assertOwnOrigin(request);
    return handler({ input: await readBody(request, needs.body), params, request });
  });
}
