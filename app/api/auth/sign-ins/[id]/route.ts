import type { z } from 'zod';
import { endSignIn } from '@/lib/auth/sign-ins';
import { pathId } from '@/lib/http/path-id';
import { withSignIn } from '@/lib/http/with-sign-in';

/** Ends one of the person's sign-ins, after a proof of the last 15 minutes; its next request finds it ended. */
export const DELETE = withSignIn<z.ZodUndefined, { id: string }>(
  async ({ db, person, params }) => {
    await endSignIn(db, person, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { states: ['ready'], event: 'sign_in_ended' },
);
