import { z } from 'zod';
import { endOtherSignIns } from '@/lib/auth/sign-ins';
import { withSignIn } from '@/lib/http/with-sign-in';

/** Ends every sign-in of the person but this one. */
export const POST = withSignIn(async ({ db }) => Response.json({ ended: await endOtherSignIns(db) }), {
  states: ['ready'],
  body: z.object({}),
  event: 'other_sign_ins_ended',
});
