import { isEmail } from '@supabase/lite';

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

/** A refusal with the codes of Supabase's auth server. */
export class AdminError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The address in the form it is stored. Throws `AdminError`. */
export function checkEmail(email: string): string {
  if (!isEmail(email))
    throw new AdminError(400, 'validation_failed', 'Unable to validate email address: invalid format');
  return email.toLowerCase();
}

/** Throws `AdminError` when it is too short or too long for bcrypt. */
export function checkPassword(password: string): string {
  if (password.length < 6)
    throw new AdminError(422, 'weak_password', 'Password should be at least 6 characters.');
  if (Buffer.byteLength(password) > 72)
    throw new AdminError(422, 'validation_failed', 'Password cannot be longer than 72 characters');
  return password;
}

/** Seconds of a ban; 0 lifts it. Throws `AdminError`. */
export function banSeconds(duration: string): number {
  if (duration === 'none') return 0;
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(h|m|s)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== duration)
    throw new AdminError(
      400,
      'validation_failed',
      'ban_duration must be "none" or a duration such as "24h".',
    );
  const units: Record<string, number> = { h: 3600, m: 60, s: 1 };
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? 's'] ?? 1), 0);
}
