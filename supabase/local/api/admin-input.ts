import { isEmail } from '@supabase/lite';
import { AuthRefusal } from './answers.ts';

/** What `supabase.auth.admin` may set; other attributes are ignored, as hosted does. */
export interface UserAttributes {
  id?: string;
  email?: string;
  password?: string;
  email_confirm?: boolean;
  role?: string;
  user_metadata?: Record<string, unknown>;
  app_metadata?: Record<string, unknown>;
  /** `none`, or a Go duration such as `24h` or `1h30m`. */
  ban_duration?: string;
}

/** The address in the form it is stored. Throws `AuthRefusal`. */
export function checkEmail(email: string): string {
  if (!isEmail(email))
    throw new AuthRefusal(400, 'validation_failed', 'Unable to validate email address: invalid format');
  return email.toLowerCase();
}

/** Throws `AuthRefusal` when it is too short or too long for bcrypt. */
export function checkPassword(password: string): string {
  if (password.length < 6)
    throw new AuthRefusal(422, 'weak_password', 'Password should be at least 6 characters.');
  if (Buffer.byteLength(password) > 72)
    throw new AuthRefusal(422, 'validation_failed', 'Password cannot be longer than 72 characters');
  return password;
}

/** Seconds of a ban; 0 lifts it. Throws `AuthRefusal`. */
export function banSeconds(duration: string): number {
  if (duration === 'none') return 0;
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(h|m|s)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== duration)
    throw new AuthRefusal(
      400,
      'validation_failed',
      'ban_duration must be "none" or a duration such as "24h".',
    );
  const units: Record<string, number> = { h: 3600, m: 60, s: 1 };
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? 's'] ?? 1), 0);
}
