import type { Locale } from '@/lib/i18n/locale';

/** A clock time `HH:MM` as each language writes it: 18 h 30, 18:30. */
export function formatClock(time: string, language: Locale): string {
  return language === 'fr' ? time.replace(':', '\u00a0h\u00a0') : time.replace(/^0/, '');
}

/** The clock time `HH:MM` of an instant in a time zone. */
export function clockIn(instant: number | string, timezone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: timezone });
  return format.format(new Date(instant));
}

/** A day in words: "mardi 6 octobre". */
export function formatDay(instant: number, timezone: string, language: Locale): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: timezone,
  }).format(new Date(instant));
}
