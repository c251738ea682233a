import 'server-only';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/auth/actor';
import { currentUser } from '@/lib/auth/current-user';
import { type Permission, requirePermission } from '@/lib/auth/permissions';
import { AppError } from '@/lib/errors';
import { serverClient, type UserClient } from '@/lib/supabase/server';
import { readBody } from './body';
import { handle } from './handle';
import { assertOwnOrigin } from './origin';

interface UserCall<I, P> {
  actor: StaffActor;
  /** Client of this person; the database decides what it may do. */
  db: UserClient;
  input: I;
  params: P;
  request: NextRequest;
}

/** A route for signed-in people. Writes must come from our own pages; the permission is checked before the body is read. */
export function withUser<S extends z.ZodType = z.ZodUndefined, P = Record<never, never>>(
  handler: (call: UserCall<z.infer<S>, P>) => Promise<Response>,
  needs: { permission: Permission; body?: S },
) {
  return handle<P>(async (request, params) => {
    if (request.method !== 'GET') assertOwnOrigin(request);
    const actor = await currentUser();
    if (!actor) throw new AppError('unauthenticated');
    requirePermission(actor, needs.permission);
    const input = (needs.body ? await readBody(request, needs.body) : undefined) as z.infer<S>;
    return handler({ actor, db: await serverClient(), input, params, request });
  });
}
