import 'server-only';
import { AppError } from '@/lib/errors';
import { clearSignInCookies, type UserClient } from '@/lib/supabase/server';

/**
 * Ends this browser's sign-in, or all of the person's. This browser is signed out even while the auth server is away;
 * `everywhere` throws `backend_unavailable` then and changes nothing, so that it can be asked again.
 */
export async function endSession(db: UserClient, where: 'here' | 'everywhere'): Promise<void> {
  const { error } = await db.auth.signOut({ scope: where === 'here' ? 'local' : 'global' });
  if (where === 'everywhere' && error && (!error.status || error.status >= 500)) {
    throw new AppError('backend_unavailable', { cause: error });
  }
  await clearSignInCookies('nothing');
}
