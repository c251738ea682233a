import 'server-only';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { readAuthState, type SignIn } from '@/lib/auth/auth-state';
import { refusalOf } from '@/lib/auth/gate';
import { AppError } from '@/lib/errors';
import { note } from '@/lib/log';
import { claimsOf } from '@/lib/supabase/claims';
import { serverClient, type UserClient } from '@/lib/supabase/server';
import type { AuthEvent } from './access';
import { readBody } from './body';
import { spend } from './exchange';
import { handle } from './handle';
import { assertOwnOrigin } from './origin';
import { addressKey, type LimitName } from './rate-limit';

interface SignInCall<I, P> {
  /** Whose sign-in it is; they may be on the way to their second factor or to their first day. */
  person: SignIn;
  db: UserClient;
  input: I;
  params: P;
  request: NextRequest;
  /** Aborts when the route has taken too long. */
  signal: AbortSignal;
}

interface SignInNeeds<S extends z.ZodType> {
  /** How far the sign-in must have come. */
  states: SignIn['state'][];
  body?: S;
  limit?: LimitName;
  event?: AuthEvent;
}

/** A route for whoever is signed in, also before the second factor or the invitation; it says which states it takes. */
export function withSignIn<S extends z.ZodType = z.ZodUndefined, P = Record<never, never>>(
  handler: (call: SignInCall<z.infer<S>, P>) => Promise<Response>,
  needs: SignInNeeds<S>,
) {
  const { states, ...rest } = needs;
  const access = { actor: 'sign_in', limit: 'api', ...rest } as const;
  return handle<P, typeof access>(async (exchange) => {
    const { request, params, signal } = exchange;
    const db = await serverClient();
    // The token is verified here without a question to the backend, so that who is over the limit costs it nothing.
    const claims = await claimsOf(db);
    if (claims) note({ person: claims.sub });
    await spend(exchange, access.limit, claims?.sub ?? addressKey(request.headers));
    assertOwnOrigin(request);
    const person = await readAuthState(db);
    if (person.state === 'none' || !states.includes(person.state))
      throw new AppError(refusalOf(person.state));
    const input = (needs.body ? await readBody(request, needs.body, signal) : undefined) as z.infer<S>;
    return handler({ person, db, input, params, request, signal });
  }, access);
}
