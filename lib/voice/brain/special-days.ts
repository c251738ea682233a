import { addDays } from '../../../supabase/functions/_shared/language/day.ts';
import { fold } from '../../../supabase/functions/_shared/language/normalise.ts';
import { dayWord, LOCALES } from './format.ts';
import type { GymInfo, Language } from './types.ts';

export type SpecialDay = GymInfo['exceptions'][number];

const SHORTEST_LABEL = 3;

const monthsOf = (language: Language) =>
  Array.from({ length: 12 }, (_, month) =>
    fold(
      new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2024, month, 1),
      ),
    ),
  );

const isDate = (date: string) => !Number.isNaN(Date.parse(date)) && addDays(date, 0) === date;

/** The next date with this day and month, or null when no year has it soon. */
function nextDate(day: number, month: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const dates = [year, year + 1].map(
    (one) => `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
  return dates.find((date) => date >= today && isDate(date)) ?? null;
}

/** A date that a text names by day and month ("25 décembre", "December 25", "25/12"), as YYYY-MM-DD; null when none. */
export function dateIn(text: string, language: Language, today: string): string | null {
  const sentence = fold(text);
  const figures = /\b(\d{1,2})\/(\d{1,2})\b/.exec(sentence);
  if (figures) return nextDate(Number(figures[1]), Number(figures[2]), today);
  const months = monthsOf(language);
  const names = months.join('|');
  const [, day, month] =
    new RegExp(`\\b(\\d{1,2})(?:er|st|nd|rd|th)?(?: de| of)? (${names})\\b`).exec(sentence) ?? [];
  const [, monthFirst, dayAfter] = new RegExp(`\\b(${names}) (\\d{1,2})`).exec(sentence) ?? [];
  const name = month ?? monthFirst;
  return name ? nextDate(Number(day ?? dayAfter), months.indexOf(name) + 1, today) : null;
}

/** The special day that a text calls by its name ("à Noël"); null when none. */
export function namedDay(text: string, days: readonly SpecialDay[]): SpecialDay | null {
  const sentence = fold(text);
  return (
    days.find(({ label }) => label && label.length >= SHORTEST_LABEL && sentence.includes(fold(label))) ??
    null
  );
}

/** How a date is said: by its weekday within a week, else in full ("le vendredi 25 décembre"). */
export function dateWord(date: string, today: string, language: Language): string {
  if (date < addDays(today, 7)) return dayWord(date, today, language);
  const full = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));
  return { fr: `le ${full}`, en: `on ${full}`, es: `el ${full.replace(',', '')}` }[language];
}
