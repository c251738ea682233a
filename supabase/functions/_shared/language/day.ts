import type { Language } from './intents.ts';
import { fold } from './normalise.ts';

const WEEKDAYS: Record<Language, RegExp[]> = {
  fr: [
    /\blun(?:di)?\b/,
    /\bmar(?:di)\b/,
    /\bmer(?:credi)\b/,
    /\bjeu(?:di)\b/,
    /\bven(?:dredi)\b/,
    /\bsam(?:edi)\b/,
    /\bdim(?:anche)\b/,
  ],
  en: [
    /\bmon(?:day)?s?\b/,
    /\btue(?:s|sday)?s?\b/,
    /\bwed(?:s|nesday)?s?\b/,
    /\bthu(?:r|rs|rsday)?s?\b/,
    /\bfri(?:day)?s?\b/,
    /\bsat(?:urday)?s?\b/,
    /\bsun(?:day)?s?\b/,
  ],
  es: [
    /\blunes\b/,
    /\bmartes\b/,
    /\bmiercoles\b/,
    /\bjueves\b/,
    /\bviernes\b/,
    /\bsabados?\b/,
    /\bdomingos?\b/,
  ],
};

const NEAR: Record<Language, { after: RegExp; tomorrow: RegExp; today: RegExp }> = {
  fr: {
    after: /\bapres demain\b/,
    tomorrow: /\bdemain\b|\b2m1\b|\bdmain\b/,
    today:
      /\baujourd ?hui\b|\bajd\b|\bce (?:soir|matin|midi)\b|\bcet(?:te)? (?:aprem|apres)|\btout a l heure\b|\btantot\b/,
  },
  en: {
    after: /\bday after tomorrow\b/,
    tomorrow: /\btomorr?ow\b|\btmrw\b|\btmr\b|\btomoz\b|\btommorr?ow\b|\b2moro\b/,
    today: /\btoday\b|\btonight\b|\btonite\b|\bthis (?:morning|afternoon|evening|lunch)/,
  },
  es: {
    after: /\bpasado manana\b/,
    tomorrow: /\bmanana\b/,
    today: /\bhoy\b|\besta (?:tarde|noche|manana)\b|\beste mediodia\b/,
  },
};

/** The date of an instant in a time zone as YYYY-MM-DD. */
export function localDate(iso: string, timezone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(new Date(iso));
}

/** A date some days later, both as YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Monday 1 … Sunday 7 of a date YYYY-MM-DD. */
export function weekdayOf(date: string): number {
  return ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** The weekday a text names, Monday 1 … Sunday 7, or null. */
export function weekdayIn(text: string, language: Language): number | null {
  const sentence = fold(text).replace(/['-]/g, ' ');
  const at = WEEKDAYS[language].findIndex((pattern) => pattern.test(sentence));
  return at < 0 ? null : at + 1;
}

/** The day a text names, as YYYY-MM-DD counted from `today`; a weekday is the next one, today included. Null when none. */
export function dayIn(text: string, language: Language, today: string): string | null {
  const sentence = fold(text).replace(/['-]/g, ' ').replace(/\s+/g, ' ');
  const near = NEAR[language];
  if (near.after.test(sentence)) return addDays(today, 2);
  const free =
    language === 'es' ? sentence.replace(/\b(?:por|de|en|a) la manana\b|\besta manana\b/g, '') : sentence;
  if (near.tomorrow.test(free)) return addDays(today, 1);
  if (near.today.test(sentence)) return today;
  const weekday = weekdayIn(text, language);
  return weekday === null ? null : addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}
