import 'server-only';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { tokenFrom } from '@/lib/kiosks/kiosk-cookie';
import { hashToken } from '@/lib/kiosks/token';
import { readBody } from './body';
import { handle } from './handle';
import { assertOwnOrigin } from './origin';

interface KioskCall<I, P> {
  actor: KioskActor;
  input: I;
  params: P;
  request: NextRequest;
}

/** A route for paired kiosks: their cookie alone counts, a person's sign-in is ignored. */
export function withKiosk<S extends z.ZodType = z.ZodUndefined, P = Record<never, never>>(
  handler: (call: KioskCall<z.infer<S>, P>) => Promise<Response>,
  needs: { body?: S } = {},
) {
  return handle<P>(async (request, params) => {
    if (request.method !== 'GET') assertOwnOrigin(request);
    const token = tokenFrom(request.cookies);
    if (!token) throw new AppError('kiosk_not_paired');
    const input = (needs.body ? await readBody(request, needs.body) : undefined) as z.infer<S>;
    return handler({ actor: { kind: 'kiosk', tokenHash: hashToken(token) }, input, params, request });
  });
}
