import 'server-only';
import type { AuthError, SupabaseClient } from '@supabase/supabase-js';
import { AppError } from '@/lib/errors';

type WithAuth = Pick<SupabaseClient, 'auth'>;

const doors = new WeakMap<WithAuth['auth'], AbortSignal>();

/** Notes for a client the signal that aborts when the auth server does not answer; returns the client. */
export function watched<C extends WithAuth>(client: C, away: AbortSignal): C {
  doors.set(client.auth, away);
  return client;
}

/**
 * What a client's token says, verified, or null without a sign-in or with a token that nobody can read. Throws
 * `backend_unavailable` where that cannot be told because the auth server does not answer: nobody is signed out for that.
 */
export async function claimsOf({ auth }: WithAuth) {
  // The library returns what the auth server says and throws what is wrong with the token, such as an unknown algorithm.
  const asked = auth.getClaims().catch(() => ({ data: null, error: null }));
  const away = doors.get(auth);
  const { data, error } = await (away ? Promise.race([asked, once(away)]) : asked);
  if (data) return data.claims;
  if (error && !isVerdict(error)) throw new AppError('backend_unavailable', { cause: error });
  return null;
}

function once(away: AbortSignal): Promise<never> {
  return new Promise((_, refuse) => {
    const tell = () => refuse(new AppError('backend_unavailable', { cause: away.reason }));
    if (away.aborted) tell();
    else away.addEventListener('abort', tell, { once: true });
  });
}

/** Whether an error says something about the sign-in, and not about the auth server. */
function isVerdict({ name, status }: AuthError): boolean {
  if (name === 'AuthApiError') return status !== undefined && [400, 401, 403, 422].includes(status);
  return name === 'AuthSessionMissingError' || name === 'AuthInvalidJwtError';
}
