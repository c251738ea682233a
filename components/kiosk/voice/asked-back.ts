import type { ClassOccurrence } from '@/lib/kiosks/schemas';
import type { ClassCard, Locale } from '../machine/types';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .toLowerCase();

/** The ways to write the clock time HH:MM in a sentence: 18 h 30, 18:30, 6:30 pm, 18 h, 6 pm. */
function clocks(time: string, language: Locale): RegExp {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const hours = language === 'en' ? `${hour}|${hour % 12 || 12}` : `${hour}`;
  const rest = minute === 0 ? '( ?(h|am|pm)|[:.]00)' : `( ?h ?|[:.])${String(minute).padStart(2, '0')}`;
  return new RegExp(`(^|\\D)0?(${hours})${rest}(?! ?\\d)`);
}

const weekday = (date: string, language: Locale) =>
  plain(
    new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(`${date}T12:00:00Z`),
    ),
  );

const asCard = (entry: ClassOccurrence): ClassCard => ({
  kind: 'class',
  occurrenceId: entry.occurrence_id,
  name: entry.name,
  startsAt: entry.starts_at,
  coach: entry.coach,
  room: entry.room,
  minutes: entry.minutes,
  capacity: entry.capacity,
  free: entry.free,
});

const offers: Record<Locale, RegExp> = {
  fr: /reserv|inscri|demande/,
  en: /book|sign you up|request/,
  es: /reserv|apunt|peticion/,
};

/**
 * The class that JARVIS asks about at the end of what it says: the one of those it looked up whose name, time and day
 * it names; no day means the next one. Null when it asks nothing, or names several.
 */
export function classAskedBack(
  said: string,
  known: readonly ClassOccurrence[],
  language: Locale,
): ClassCard | null {
  const text = plain(said).trim();
  const question = text.endsWith('?')
    ? (text
        .slice(0, -1)
        .split(/[!?…]|\.(?!\d)/)
        .at(-1) ?? '')
    : '';
  if (!offers[language].test(question)) return null;
  const named = known.filter(
    (entry) =>
      entry.free > 0 &&
      !entry.booked_by_me &&
      text.includes(plain(entry.name)) &&
      clocks(entry.local_time, language).test(text),
  );
  const ofDay = named.filter((entry) => text.includes(weekday(entry.local_date, language)));
  const likely = (ofDay.length > 0 ? ofDay : named).toSorted((a, b) =>
    a.starts_at.localeCompare(b.starts_at),
  );
  const [next] = likely;
  const isOne = likely.every(({ name, local_time }) => name === next?.name && local_time === next.local_time);
  return next && isOne ? asCard(next) : null;
}
