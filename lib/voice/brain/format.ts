import { addDays } from '../../../supabase/functions/_shared/language/day.ts';
import type { Language } from './types.ts';

export const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', es: 'es-ES' };

const TOMORROW: Record<Language, string> = { fr: 'demain', en: 'tomorrow', es: 'mañana' };

/** A time `HH:MM` as it is said: "18 h 30", "6:30 pm", "18:30". */
export function clock(time: string, language: Language): string {
  const [hour = '0', minute = '00'] = time.split(':');
  if (language === 'fr') return minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
  if (language === 'es') return `${Number(hour)}:${minute}`;
  const half = Number(hour) < 12 ? 'am' : 'pm';
  const twelve = Number(hour) % 12 || 12;
  return minute === '00' ? `${twelve} ${half}` : `${twelve}:${minute} ${half}`;
}

/** A weekday's name, Monday 1 … Sunday 7. */
export function weekdayName(weekday: number, language: Language): string {
  const date = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** How a date YYYY-MM-DD is said beside today: nothing for today, "demain", then the weekday. */
export function dayWord(date: string, today: string, language: Language): string {
  if (date === today) return '';
  if (date === addDays(today, 1)) return TOMORROW[language];
  const weekday = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );
  return language === 'en' ? `on ${weekday}` : language === 'es' ? `el ${weekday}` : weekday;
}

/** Puts the marks of the language in place: narrow gaps in French, curved apostrophes. */
export function typeset(text: string, language: Language): string {
  const curved = text.replace(/'/g, '’');
  if (language !== 'fr') return curved;
  return curved
    .replace(/ ([?!:;»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/(\d) h (\d\d)/g, '$1\u00a0h\u00a0$2')
    .replace(/(\d) h\b/g, '$1\u00a0h');
}

/** "yoga", "yoga et boxe", "yoga, boxe et rpm". */
export function enumerate(items: readonly string[], language: Language): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  const and = { fr: 'et', en: 'and', es: 'y' }[language];
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** A member's own words, shortened for the screen. */
export function quote(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > 140 ? `${flat.slice(0, 139).trimEnd()}…` : flat;
}
