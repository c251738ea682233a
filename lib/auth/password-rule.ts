import 'server-only';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { AppError } from '@/lib/errors';

export const PASSWORD_MIN = 12;
/** bcrypt reads no further than this many bytes. */
export const PASSWORD_MAX_BYTES = 72;
const MIN_SCORE = 3;

export type PasswordFault = 'too_short' | 'too_long' | 'guessable';

const meter = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/**
 * What is wrong with a new password, or null. Length and how hard it is to guess count; kinds of characters do not.
 * @param about the person's name, e-mail and places of work, which make a poor password
 */
export function passwordFault(password: string, about: (string | null | undefined)[]): PasswordFault | null {
  if ([...password].length < PASSWORD_MIN) return 'too_short';
  if (Buffer.byteLength(password) > PASSWORD_MAX_BYTES) return 'too_long';
  const parts = (text: string) => {
    const words = text.split(/[\s@._-]+/);
    return [text, ...text.split('@'), ...words, ...['', '-', '.', '_', ' '].map((sign) => words.join(sign))];
  };
  const inputs = about.flatMap((text) => (text ? parts(text) : []));
  return meter.check(password, ['jarvis', ...inputs.filter(Boolean)]).score < MIN_SCORE ? 'guessable' : null;
}

/** Throws `password_weak`, with why as the code of the field `password`. */
export function assertPassword(password: string, about: (string | null | undefined)[]): void {
  const code = passwordFault(password, about);
  if (code) throw new AppError('password_weak', { fields: [{ field: 'password', code }] });
}
