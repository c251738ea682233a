import 'server-only';
import { AppError } from '@/lib/errors';
import { note } from '@/lib/log';
import { claimsOf } from '@/lib/supabase/claims';
import { clearSignInCookies, type UserClient } from '@/lib/supabase/server';

/**
 * Ends this browser's sign-in, or all of the person's. This browser is signed out even while the auth server is away;
 * `everywhere` throws `backend_unavailable` then and changes nothing, so that it can be asked again.
 */
export async function endSession(db: UserClient, where: 'here' | 'everywhere'): Promise<void> {
  // Who it was is asked beside the work, so that nobody waits longer for the log.
  const [claims, { error }] = await Promise.all([
    claimsOf(db).catch(() => null),
    db.auth.signOut({ scope: where === 'here' ? 'local' : 'global' }),
  ]);
  if (claims) note({ person: claims.sub });
  if (where === 'everywhere' && error && (!error.status || error.status >= 500)) {
    throw new AppError('backend_unavailable', { cause: error });
  }
  await clearSignInCookies('nothing');
}
