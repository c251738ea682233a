import type { z } from 'zod';
import { endSignIn } from '@/lib/auth/sign-ins';
import { pathId } from '@/lib/http/path-id';
import { withSignIn } from '@/lib/http/with-sign-in';

/** Ends one of the person's sign-ins; its next request finds it ended. */
export const DELETE = withSignIn<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => {
    await endSignIn(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { states: ['ready'], event: 'sign_in_ended' },
);
