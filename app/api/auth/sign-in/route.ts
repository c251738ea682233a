import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { withAnyone } from '@/lib/http/with-anyone';
import { serverClient } from '@/lib/supabase/server';

const credentials = z.object({ email: z.email().max(254), password: z.string().min(1).max(200) });

/** Signs a person in by e-mail and password; the answer sets the sign-in's cookies. */
export const POST = withAnyone(
  async ({ input }) => {
    const db = await serverClient();
    const { error } = await db.auth.signInWithPassword(input);
    if (error?.status && error.status < 500) throw new AppError('wrong_credentials');
    if (error) throw new AppError('backend_unavailable', { cause: error });
    return new Response(null, { status: 204 });
  },
  { body: credentials },
);
