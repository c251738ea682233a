import type { getTranslations } from 'next-intl/server';
import type { CalendarDay } from '@/lib/gym-settings';
import type { Locale } from '@/lib/i18n/locale';
import type { DayRow } from './special-day-types';

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB', es: 'es-ES' };

/** A time HH:MM in words: "8 h 30", "8:30"; midnight is 0:00. */
export function clockWords(time: string, locale: Locale): string {
  const [hour = '0', minute = '00'] = time.replace('24:', '00:').split(':');
  if (locale !== 'fr') return `${Number(hour)}:${minute}`;
  return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** A calendar day in full, with the year: the list reaches into the next one. */
export function dayWords(date: string, locale: Locale): string {
  const words = new Intl.DateTimeFormat(tags[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const text = words.format(new Date(`${date}T12:00:00Z`));
  return locale === 'fr' ? text.replace(/ 1 (?=\p{L})/u, ' 1er ') : text;
}

/** The special days as the list shows them. */
export function calendarRows(
  days: CalendarDay[],
  clock: (time: string) => string,
  t: Awaited<ReturnType<typeof getTranslations<'gymSettings.days'>>>,
  locale: Locale,
): DayRow[] {
  return days.map((day): DayRow => {
    const named = { date: day.date, day: dayWords(day.date, locale) };
    if (day.kind === 'proposed') {
      const stateText = t('state.proposed');
      return {
        ...named,
        state: 'proposed',
        stateText,
        label: day.label,
        open: null,
        close: null,
        source: 'holiday',
      };
    }
    const { state, open, close, source } = day;
    const hours = open && close ? t('state.hours', { open: clock(open), close: clock(close) }) : '';
    const isLate = open && close && close !== '24:00' && close <= open;
    const stateText =
      state !== 'hours' ? t(`state.${state}`) : isLate ? t('nextDay', { text: hours }) : hours;
    return { ...named, state, stateText, label: day.label ?? day.holiday, open, close, source };
  });
}
