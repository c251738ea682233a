import { AppError } from '@/lib/errors';
import { FACILITIES } from '@/lib/voice/brain/texts/types';
import type { SettingsChanges } from './schemas';

/** Every currency that this runtime can write. */
export const currencies = Intl.supportedValuesOf('currency');

/** Every time zone of this runtime, the one in use included: an older name of it may not be listed. */
export function timezones(current: string): string[] {
  const all = Intl.supportedValuesOf('timeZone');
  return all.includes(current) ? all : [current, ...all];
}

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** Throws `invalid_input` naming the field for a zone, currency or facility that does not exist. */
export function assertKnown({ timezone, currency, facilities = [] }: SettingsChanges): void {
  const known: readonly string[] = FACILITIES;
  const wrong = [
    timezone !== undefined && !isTimezone(timezone) && 'timezone',
    currency !== undefined && !currencies.includes(currency) && 'currency',
    facilities.some((code) => !known.includes(code)) && 'facilities',
  ].filter((field) => field !== false);
  if (wrong.length > 0)
    throw new AppError('invalid_input', { fields: wrong.map((field) => ({ field, code: 'invalid' })) });
}
