import { z } from 'zod';
import { assertFresh } from '@/lib/auth/fresh';
import { endOtherSignIns } from '@/lib/auth/sign-ins';
import { withSignIn } from '@/lib/http/with-sign-in';

/** Ends every sign-in of the person but this one, after a proof of the last 15 minutes. */
export const POST = withSignIn(
  async ({ db, person }) => {
    assertFresh(person);
    return Response.json({ ended: await endOtherSignIns(db) });
  },
  { states: ['ready'], body: z.object({}), event: 'other_sign_ins_ended' },
);
