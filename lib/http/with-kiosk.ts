import 'server-only';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { tokenFrom } from '@/lib/kiosks/kiosk-cookie';
import { hashToken } from '@/lib/kiosks/token';
import { note } from '@/lib/log';
import { readBody } from './body';
import { spend } from './exchange';
import { handle } from './handle';
import { assertOwnOrigin } from './origin';
import { addressKey, type LimitName } from './rate-limit';
import { countStranger } from './strangers';

interface KioskCall<I, P> {
  actor: KioskActor;
  input: I;
  params: P;
  request: NextRequest;
  /** Aborts when the route has taken too long. */
  signal: AbortSignal;
}

/** How much of a token's hash the log keeps: enough to tell kiosks apart. */
const KIOSK_SIGNS = 12;

/** A route for paired kiosks: their cookie alone counts, a person's sign-in is ignored. */
export function withKiosk<S extends z.ZodType = z.ZodUndefined, P = Record<never, never>>(
  handler: (call: KioskCall<z.infer<S>, P>) => Promise<Response>,
  needs: { body?: S; limit?: LimitName } = {},
) {
  const access = { actor: 'kiosk', limit: 'api', ...needs } as const;
  return handle<P, typeof access>(async (exchange) => {
    const { request, params, signal } = exchange;
    const token = tokenFrom(request.cookies);
    const actor = token ? ({ kind: 'kiosk', tokenHash: hashToken(token) } as const) : null;
    if (actor) note({ kiosk: actor.tokenHash.slice(0, KIOSK_SIGNS) });
    await spend(exchange, access.limit, actor?.tokenHash ?? addressKey(request.headers));
    assertOwnOrigin(request);
    if (!actor) throw new AppError('kiosk_not_paired');
    const input = (needs.body ? await readBody(request, needs.body, signal) : undefined) as z.infer<S>;
    return countStranger(addressKey(request.headers), () =>
      handler({ actor, input, params, request, signal }),
    );
  }, access);
}
