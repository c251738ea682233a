import { totpBody } from '@/lib/auth/codes';
import { showFactor } from '@/lib/auth/factors';
import { withSignIn } from '@/lib/http/with-sign-in';

/** Completes a sign-in with a current code of the person's authenticator app. */
export const POST = withSignIn(
  async ({ db, person, input }) => {
    await showFactor(db, person, input.code);
    return new Response(null, { status: 204 });
  },
  { states: ['mfa', 'ready', 'setup'], body: totpBody, event: 'factor_shown' },
);
