import { z } from 'zod';
import { readAuthState } from '@/lib/auth/auth-state';
import { nextStep } from '@/lib/auth/gate';
import { acceptInvitation } from '@/lib/auth/setup';
import { AppError } from '@/lib/errors';
import { withSignIn } from '@/lib/http/with-sign-in';
import { locales } from '@/lib/i18n/locale';

const acceptance = z.object({
  full_name: z.string().trim().min(1).max(120),
  language: z.enum(locales),
  password: z.string().min(1).max(200),
  terms: z.literal(true),
});

/** Accepts an invitation: name, language, password and the terms. */
export const POST = withSignIn(
  async ({ db, person, input }) => {
    await acceptInvitation(db, person, input);
    const { state } = await readAuthState(db);
    const next = nextStep(state);
    if (!next) throw new AppError('unauthenticated');
    return Response.json({ next });
  },
  { states: ['setup'], body: acceptance, event: 'invitation_accepted' },
);
