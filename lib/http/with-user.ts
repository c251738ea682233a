import 'server-only';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/auth/actor';
import { readAuthState } from '@/lib/auth/auth-state';
import { currentUser } from '@/lib/auth/current-user';
import { refusalOf } from '@/lib/auth/gate';
import { type Permission, requirePermission } from '@/lib/auth/permissions';
import { AppError } from '@/lib/errors';
import { note } from '@/lib/log';
import { claimsOf } from '@/lib/supabase/claims';
import { serverClient, type UserClient } from '@/lib/supabase/server';
import type { Access } from './access';
import { readBody } from './body';
import { type Exchange, spend } from './exchange';
import { handle } from './handle';
import { assertOwnOrigin } from './origin';
import { addressKey, type LimitName } from './rate-limit';

export interface UserCall<I, P> {
  actor: StaffActor;
  /** Client of this person; the database decides what it may do. */
  db: UserClient;
  input: I;
  params: P;
  request: NextRequest;
  /** Aborts when the route has taken too long. */
  signal: AbortSignal;
}

export interface UserNeeds<S extends z.ZodType> {
  /** Left out where everybody who is signed in acts on what is their own. */
  permission?: Permission;
  body?: S;
  limit?: LimitName;
  /** The largest body, where 64 KiB are not enough. */
  bodyBytes?: number;
}

/** A route for signed-in people. Writes must come from our own pages; the permission is checked before the body is read. */
export function withUser<S extends z.ZodType = z.ZodUndefined, P = Record<never, never>>(
  handler: (call: UserCall<z.infer<S>, P>) => Promise<Response>,
  needs: UserNeeds<S>,
) {
  const access = { actor: 'user', limit: 'api', ...needs } as const;
  return handle<P, typeof access>((exchange) => asPerson(exchange, access, handler), access);
}

/** A route for the platform's own people; anybody else is refused with `forbidden`. */
export function withPlatformAdmin<S extends z.ZodType = z.ZodUndefined, P = Record<never, never>>(
  handler: (call: UserCall<z.infer<S>, P>) => Promise<Response>,
  needs: UserNeeds<S>,
) {
  const access = { actor: 'platform_admin', limit: 'admin', ...needs } as const;
  return handle<P, typeof access>((exchange) => asPerson(exchange, access, handler), access);
}

async function asPerson<S extends z.ZodType, P>(
  exchange: Exchange<P>,
  access: Access & { body?: S },
  handler: (call: UserCall<z.infer<S>, P>) => Promise<Response>,
): Promise<Response> {
  const { request, params, signal } = exchange;
  const db = await serverClient();
  // The token is verified here without a question to the backend, so that who is over the limit costs it nothing.
  const claims = await claimsOf(db);
  if (claims) note({ person: claims.sub });
  await spend(exchange, access.limit, claims?.sub ?? addressKey(request.headers));
  assertOwnOrigin(request);
  const actor = claims && (await currentUser());
  if (!actor) throw new AppError(refusalOf((await readAuthState(db)).state));
  if (access.actor === 'platform_admin' && actor.role !== 'super_admin') throw new AppError('forbidden');
  if (access.permission) requirePermission(actor, access.permission);
  const input = (
    access.body ? await readBody(request, access.body, signal, access.bodyBytes) : undefined
  ) as z.infer<S>;
  return handler({ actor, db, input, params, request, signal });
}
