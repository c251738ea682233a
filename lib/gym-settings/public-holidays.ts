import 'server-only';
import type { Locale } from '@/lib/i18n/locale';

export interface PublicHoliday {
  /** YYYY-MM-DD */
  date: string;
  name: string;
}

// A megabyte of calendars, for one page.
const load = async () => (await import('date-holidays')).default;

const longestLabel = 60;

/** Public holidays of a country and its region from one day to another, in the reader's language where it is known. */
export async function publicHolidays(
  { country, region }: { country: string; region: string | null },
  from: string,
  to: string,
  language: Locale,
): Promise<PublicHoliday[]> {
  const Holidays = await load();
  const calendar = region ? new Holidays(country, region) : new Holidays(country);
  const years = [...new Set([Number(from.slice(0, 4)), Number(to.slice(0, 4))])];
  const days = new Map<string, string>();
  for (const { date, name, type } of years.flatMap((year) => calendar.getHolidays(year, language))) {
    const day = date.slice(0, 10);
    if (type === 'public' && day >= from && day <= to && !days.has(day))
      days.set(day, name.slice(0, longestLabel));
  }
  return [...days].map(([date, name]) => ({ date, name })).sort((a, b) => a.date.localeCompare(b.date));
}

export interface Choice {
  value: string;
  label: string;
}

const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label);

/** The countries whose holidays are known, by their names in the reader's language. */
export async function holidayCountries(language: Locale): Promise<Choice[]> {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const Holidays = await load();
  return Object.keys(new Holidays().getCountries())
    .filter((code) => /^[A-Z]{2}$/.test(code))
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort(byLabel);
}

/** The parts of a country that have holidays of their own; none for most. */
export async function holidayRegions(country: string, language: Locale): Promise<Choice[]> {
  const Holidays = await load();
  return Object.entries(new Holidays().getStates(country, language) ?? {})
    .filter(([code]) => /^[A-Z0-9]{1,6}$/.test(code))
    .map(([value, label]) => ({ value, label }))
    .sort(byLabel);
}
