import type { PublicHoliday } from './public-holidays';
import type { SpecialDay } from './schemas';

/** A line of the list of special days: decided by the gym, or a public holiday that waits for a decision. */
export type CalendarDay =
  | (SpecialDay & { kind: 'settled'; holiday: string | null })
  | { kind: 'proposed'; date: string; label: string };

/** Both in the order of their dates; a holiday that the gym has settled is not proposed again. */
export function calendarOf(
  settled: readonly SpecialDay[],
  holidays: readonly PublicHoliday[],
): CalendarDay[] {
  const names = new Map(holidays.map(({ date, name }) => [date, name]));
  const own = new Set(settled.map(({ date }) => date));
  return [
    ...settled.map((day) => ({ ...day, kind: 'settled' as const, holiday: names.get(day.date) ?? null })),
    ...holidays
      .filter(({ date }) => !own.has(date))
      .map(({ date, name }) => ({ kind: 'proposed' as const, date, label: name })),
  ].sort((a, b) => a.date.localeCompare(b.date));
}
