import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { withSignIn } from '@/lib/http/with-sign-in';
import { locales } from '@/lib/i18n/locale';

const profile = z.object({ full_name: z.string().trim().min(1).max(120), language: z.enum(locales) });

/** Changes the person's own name and language. */
export const PUT = withSignIn(
  async ({ db, person, input }) => {
    const { data, error } = await db.from('users').update(input).eq('id', person.id).select('id');
    if (error) throw new AppError(error.code === '23514' ? 'invalid_input' : 'internal', { cause: error });
    if (data.length === 0) throw new AppError('unauthenticated');
    return new Response(null, { status: 204 });
  },
  { states: ['ready'], body: profile },
);
