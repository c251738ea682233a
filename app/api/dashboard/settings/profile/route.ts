import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { withSignIn } from '@/lib/http/with-sign-in';
import { locales } from '@/lib/i18n/locale';
import { databaseRefusal } from '@/lib/supabase/call';

const profile = z.object({ full_name: z.string().trim().min(1).max(120), language: z.enum(locales) });

/** Changes the person's own name and language. */
export const PUT = withSignIn(
  async ({ db, person, input }) => {
    const { data, error, status } = await db.from('users').update(input).eq('id', person.id).select('id');
    if (error?.code === '23514') throw new AppError('invalid_input', { cause: error });
    if (error) throw databaseRefusal(error, status);
    if (data.length === 0) throw new AppError('unauthenticated');
    return new Response(null, { status: 204 });
  },
  { states: ['ready'], body: profile },
);
