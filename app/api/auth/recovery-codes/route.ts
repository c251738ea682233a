import { totpBody } from '@/lib/auth/codes';
import { showFactor } from '@/lib/auth/factors';
import { issueRecoveryCodes } from '@/lib/auth/recovery-codes';
import { withSignIn } from '@/lib/http/with-sign-in';

/** Ten new recovery codes in the place of the old ones, after a current code of the authenticator app. */
export const POST = withSignIn(
  async ({ db, person, input }) => {
    await showFactor(db, person, input.code);
    return Response.json({ recovery_codes: await issueRecoveryCodes(db) });
  },
  { states: ['ready'], body: totpBody, event: 'recovery_codes_renewed' },
);
