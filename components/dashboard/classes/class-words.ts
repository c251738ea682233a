import type { ClassDate, Slot } from '@/lib/classes';
import type { Locale } from '@/lib/i18n/locale';

/** "19 h 15" of `19:15`, as the reader's language writes an hour. */
export const clock = (time: string, locale: Locale): string =>
  locale === 'fr' ? time.replace(/^0?(\d+):(\d+)$/, '$1\u00a0h\u00a0$2') : time;

/** The name of a weekday, 1 for Monday. */
export function weekdayName(weekday: number, locale: Locale, style: 'long' | 'short' = 'long'): string {
  // The first of January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(day);
}

/** "lundi et jeudi, 19 h 15 · samedi, 10 h 00": the slots of a week, days of one hour together, all seven as `everyDay`. */
export function slotWords(slots: Slot[], locale: Locale, everyDay: string): string {
  const hours = Map.groupBy(slots, (slot) => slot.starts);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return [...hours]
    .map(([starts, days]) => {
      const names = days.map(({ weekday }) => weekdayName(weekday, locale));
      return `${days.length === 7 ? everyDay : list.format(names)}, ${clock(starts, locale)}`;
    })
    .join(' · ');
}

export const isFull = ({ booked, capacity }: ClassDate): boolean => booked >= capacity;
