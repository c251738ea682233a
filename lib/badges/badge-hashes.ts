import 'server-only';
import { AppError } from '@/lib/errors';
import { type BadgeForm, badgeReadings } from '@/lib/members/badge-forms';
import { hashBadge } from '@/lib/members/badge-hash';

/** Throws `badge_random` or `badge_unreadable` for what cannot be a badge of the gym. */
function readingsOf(read: string) {
  const result = badgeReadings(read);
  if (!result.ok) throw new AppError(result.reason === 'random_uid' ? 'badge_random' : 'badge_unreadable');
  return result.readings;
}

/**
 * The keyed hashes of a read, the likeliest first: the form in which its reader is known to write, else the usual one.
 * Throws `badge_random`, `badge_unreadable`.
 */
export function badgeHashes(read: string, form?: BadgeForm): { hashes: string[]; form: BadgeForm | null } {
  const readings = readingsOf(read).filter((one) => !one.form.startsWith('bits_') || one.form === form);
  const known = readings.find((one) => one.form === form);
  const ordered = known ? [known, ...readings.filter((one) => one !== known)] : readings;
  return {
    hashes: [...new Set(ordered.map(({ hex }) => hex))].map(hashBadge),
    form: ordered[0]?.form ?? null,
  };
}

/** The last four digits of a number in canonical hex, as badges have it printed. */
const tailOf = (hex: string) => BigInt(`0x${hex}`).toString().padStart(10, '0').slice(-4);

/** What a kiosk tells of a read: each form with its hash and its last four digits. Throws `badge_random`. */
export function kioskReadings(read: string): { hashes: string[]; forms: string[]; tails: string[] } {
  const result = badgeReadings(read);
  if (!result.ok && result.reason === 'random_uid') throw new AppError('badge_random');
  // What no reader writes is kept and answered as a badge that nobody has.
  if (!result.ok) return { hashes: [hashBadge(`unreadable ${read}`)], forms: ['unreadable'], tails: [''] };
  return {
    hashes: result.readings.map(({ hex }) => hashBadge(hex)),
    forms: result.readings.map(({ form }) => form),
    tails: result.readings.map(({ hex }) => tailOf(hex)),
  };
}
