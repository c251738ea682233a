import 'server-only';
import { isAuthRetryableFetchError, type SupabaseClient } from '@supabase/supabase-js';
import { AppError } from '@/lib/errors';

/**
 * What a client's token says, verified, or null without a sign-in. Throws `backend_unavailable` where that cannot be
 * told because the auth server does not answer: nobody is signed out for that.
 */
export async function claimsOf({ auth }: Pick<SupabaseClient, 'auth'>) {
  const { data, error } = await auth.getClaims();
  if (isAuthRetryableFetchError(error)) throw new AppError('backend_unavailable', { cause: error });
  return data?.claims ?? null;
}
