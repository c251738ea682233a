import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { readAuthState } from '@/lib/auth/auth-state';
import { nextStep } from '@/lib/auth/gate';
import { redeemRecoveryCode } from '@/lib/auth/recovery-codes';
import { withSignIn } from '@/lib/http/with-sign-in';

/** Stands in for a lost phone: a recovery code takes the second factor away, and the sign-in goes on without. */
export const POST = withSignIn(
  async ({ db, input }) => {
    await redeemRecoveryCode(db, input.code);
    const { state } = await readAuthState(db);
    const next = nextStep(state);
    if (!next) throw new AppError('unauthenticated');
    return Response.json({ next });
  },
  {
    states: ['mfa'],
    body: z.object({ code: z.string().min(1).max(40) }),
    event: 'recovery_code_used',
  },
);
