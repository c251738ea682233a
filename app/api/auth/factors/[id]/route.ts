import { totpBody } from '@/lib/auth/codes';
import { confirmFactor, removeFactor } from '@/lib/auth/factors';
import { issueRecoveryCodes } from '@/lib/auth/recovery-codes';
import { pathId } from '@/lib/http/path-id';
import { withSignIn } from '@/lib/http/with-sign-in';

/** Confirms a factor by its first code; with the first factor come ten recovery codes, with others none. */
export const POST = withSignIn<typeof totpBody, { id: string }>(
  async ({ db, person, input, params }) => {
    const { isFirst } = await confirmFactor(db, person, pathId(params.id), input.code);
    return Response.json({ recovery_codes: isFirst ? await issueRecoveryCodes(db) : [] });
  },
  { states: ['enrol', 'ready'], body: totpBody, event: 'factor_added' },
);

/** Takes a factor away, after a current code. */
export const DELETE = withSignIn<typeof totpBody, { id: string }>(
  async ({ db, person, input, params }) => {
    await removeFactor(db, person, pathId(params.id), input.code);
    return new Response(null, { status: 204 });
  },
  { states: ['ready'], body: totpBody, event: 'factor_removed' },
);
