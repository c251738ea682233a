import type { Locale } from '@/lib/i18n/locale';
import { typeset } from './typography';

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB', es: 'es-ES' };
const DAY_MS = 86_400_000;

/** Everything a screen writes with figures: numbers, dates and durations of one reader in one gym's time zone. */
export interface Format {
  locale: Locale;
  number: (value: number) => string;
  /** A share 0…1 as whole percents. */
  percent: (share: number) => string;
  /** "12,50 $US", "$12.50"; whole from a hundred on. */
  dollars: (value: number) => string;
  /** "12,50 €" of any amount, with cents below a hundred. */
  euros: (value: number) => string;
  /** "0,0412 $US": what one conversation cost, to a hundredth of a cent. */
  cost: (value: number, currency?: 'USD' | 'EUR') => string;
  /** "8 h 02", "08:02". */
  time: (at: string | Date) => string;
  /** "jeudi 26 novembre". */
  longDate: (at: string | Date) => string;
  /** "9 nov.", with the year when it is not this one. */
  shortDate: (at: string | Date) => string;
  /** "12 décembre" of a calendar day `YYYY-MM-DD`, with the year when it is not this one. */
  calendarDay: (value: string) => string;
  /** "12 déc. 2026" of a calendar day, always with the year: an end of contract is often in the next one. */
  shortDay: (value: string) => string;
  /** Day and time, for tooltips. */
  exact: (at: string | Date) => string;
  /** "hier, 8 h 02", then "19 novembre, 8 h 02". */
  moment: (at: string | Date) => string;
  weekday: (at: string | Date) => string;
  /** The gym's calendar day `YYYY-MM-DD`. */
  localDay: (at: string | Date) => string;
  /** Short age: "4 s", "31 min", "5 h", then the weekday, then the date. */
  age: (at: string | Date, now: Date) => string;
  /** "1 min 08". */
  duration: (seconds: number) => string;
}

/** The formatter of a reader; dates are those of the gym's clock. */
export function formatOf(locale: Locale, timeZone: string, now = new Date()): Format {
  const tag = tags[locale];
  const dates = (options: Intl.DateTimeFormatOptions, zone = timeZone) => {
    const words = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options });
    // A day never stands apart from its month.
    return { format: (at: Date) => words.format(at).replace(/(\d) (?=\p{L})/u, '$1\u00a0') };
  };
  const localDay = (at: string | Date) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(at));
  const thisYear = (day: string) => day.slice(0, 4) === localDay(now).slice(0, 4);
  const time = (at: string | Date) => {
    const text = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
    return locale === 'fr' ? text.replace(/^0?(\d+):(\d+)$/, '$1\u00a0h\u00a0$2') : text;
  };
  const shortDate = (at: string | Date) =>
    dates({
      day: 'numeric',
      month: 'short',
      ...(!thisYear(localDay(at)) && { year: 'numeric' }),
    }).format(new Date(at));
  const calendarDay = (value: string) =>
    dates({ day: 'numeric', month: 'long', ...(!thisYear(value) && { year: 'numeric' }) }, 'UTC').format(
      new Date(`${value.slice(0, 10)}T12:00:00Z`),
    );
  const nearDay = (day: string) => {
    const days = daysBetween(localDay(now), day);
    const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
    return days === 0 || days === -1 ? relative.format(days, 'day') : calendarDay(day);
  };
  const weekday = (at: string | Date) => dates({ weekday: 'long' }).format(new Date(at));
  return {
    locale,
    number: (value) => new Intl.NumberFormat(tag).format(value),
    percent: (share) => typeset(new Intl.NumberFormat(tag, { style: 'percent' }).format(share), locale),
    dollars: (value) => dollars(value, locale),
    euros: (value) => money(value, 'EUR', locale),
    cost: (value, currency = 'USD') =>
      new Intl.NumberFormat(tag, { style: 'currency', currency, maximumFractionDigits: 4 }).format(value),
    time,
    longDate: (at) => dates({ weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at)),
    shortDate,
    calendarDay,
    moment: (at) => `${nearDay(localDay(at))}, ${time(at)}`,
    shortDay: (value) =>
      dates({ day: 'numeric', month: 'short', year: 'numeric' }, 'UTC').format(
        new Date(`${value.slice(0, 10)}T12:00:00Z`),
      ),
    exact: (at) => `${dates({ dateStyle: 'long' }).format(new Date(at))}, ${time(at)}`,
    weekday,
    localDay,
    age: (at, from) => {
      const seconds = Math.max(0, Math.round((from.getTime() - new Date(at).getTime()) / 1000));
      if (seconds < 60) return `${seconds}\u00a0s`;
      if (seconds < 3600) return `${Math.floor(seconds / 60)}\u00a0min`;
      if (localDay(at) === localDay(from)) return `${Math.floor(seconds / 3600)}\u00a0h`;
      return seconds * 1000 < 6 * DAY_MS ? weekday(at) : shortDate(at);
    },
    duration: (seconds) => {
      if (seconds < 60) return `${seconds}\u00a0s`;
      const rest = seconds % 60;
      return `${Math.floor(seconds / 60)}\u00a0min${rest ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`;
    },
  };
}

/** An amount of US dollars, with cents below a hundred. */
export const dollars = (value: number, locale: Locale): string => money(value, 'USD', locale);

function money(value: number, currency: 'USD' | 'EUR', locale: Locale): string {
  const cents = value < 100 && !Number.isInteger(value) ? 2 : 0;
  return new Intl.NumberFormat(tags[locale], {
    style: 'currency',
    currency,
    minimumFractionDigits: cents,
    maximumFractionDigits: cents,
  }).format(value);
}

/** Days between two calendar days `YYYY-MM-DD`, negative when `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / DAY_MS,
  );
}

/** A calendar day moved by whole days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
