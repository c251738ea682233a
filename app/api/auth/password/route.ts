import { z } from 'zod';
import { changePassword } from '@/lib/auth/password';
import { withSignIn } from '@/lib/http/with-sign-in';

const change = z.object({
  password: z.string().min(1).max(200),
  current: z.string().min(1).max(200).optional(),
});

/** Sets a new password; the current one is needed unless a link of the last minutes led here. Other sign-ins end. */
export const POST = withSignIn(
  async ({ db, person, input }) => {
    await changePassword(db, person, input);
    return new Response(null, { status: 204 });
  },
  { states: ['ready'], body: change, event: 'password_changed' },
);
