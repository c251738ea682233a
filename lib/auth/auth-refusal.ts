import type { AuthError } from '@supabase/supabase-js';
import { AppError, type ErrorCode } from '@/lib/errors';

const WAIT_SECONDS = 60;

const known: Partial<Record<string, ErrorCode>> = {
  captcha_failed: 'captcha_failed',
  insufficient_aal: 'mfa_required',
  reauthentication_needed: 'sign_in_stale',
  session_not_found: 'unauthenticated',
  session_expired: 'unauthenticated',
  bad_jwt: 'unauthenticated',
  no_authorization: 'unauthenticated',
};

/**
 * What a refusal of the auth server is here.
 * @param plain the code for its plain no, such as a wrong password or code
 */
export function authRefusal(error: AuthError, plain: ErrorCode): AppError {
  const { code, status } = error;
  if (code === 'weak_password' || code === 'same_password') {
    const reason = code === 'same_password' ? 'same' : 'guessable';
    return new AppError('password_weak', { fields: [{ field: 'password', code: reason }] });
  }
  if (error.name === 'AuthSessionMissingError') return new AppError('unauthenticated');
  if (code && known[code]) return new AppError(known[code], { cause: error });
  if (status === 429) return new AppError('rate_limited', { retryAfterSeconds: WAIT_SECONDS, cause: error });
  if (!status || status >= 500) return new AppError('backend_unavailable', { cause: error });
  return new AppError(plain, { cause: error });
}
