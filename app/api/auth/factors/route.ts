import { z } from 'zod';
import { enrolFactor } from '@/lib/auth/factors';
import { withSignIn } from '@/lib/http/with-sign-in';

/** Begins a second factor: what the authenticator app scans or takes by hand. It counts once a code confirmed it. */
export const POST = withSignIn(async ({ db, person }) => Response.json(await enrolFactor(db, person)), {
  states: ['enrol', 'ready'],
  body: z.object({}),
  event: 'factor_begun',
});
