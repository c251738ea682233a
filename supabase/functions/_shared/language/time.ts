import type { Language } from './intents.ts';
import { fold } from './normalise.ts';

/** A time of day in minutes; `twelveHour` when it could as well be twelve hours later ("at 7"). */
export type SpokenTime = { minutes: number; twelveHour: boolean };

/** Part of the day as a span of minutes, end excluded. */
export type DayPart = { from: number; to: number };

const NUMBERS: Record<Language, string[]> = {
  fr: 'zero,une,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,dix sept,dix huit,dix neuf,vingt,vingt et une,vingt deux,vingt trois'.split(
    ',',
  ),
  en: 'zero,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve'.split(','),
  es: 'cero,una,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,dieciseis,diecisiete,dieciocho,diecinueve,veinte,veintiuna,veintidos,veintitres'.split(
    ',',
  ),
};

const WORD_MINUTES: Record<Language, [RegExp, number][]> = {
  fr: [
    [/ et demie?\b/, 30],
    [/ et quart\b/, 15],
    [/ moins le quart\b/, -15],
    [/ moins vingt\b/, -20],
    [/ moins dix\b/, -10],
    [/ trente\b/, 30],
    [/ quarante cinq\b/, 45],
    [/ quinze\b/, 15],
  ],
  en: [
    [/ thirty\b/, 30],
    [/ fifteen\b/, 15],
    [/ forty five\b/, 45],
  ],
  es: [
    [/ y media\b/, 30],
    [/ y cuarto\b/, 15],
    [/ menos cuarto\b/, -15],
    [/ menos veinte\b/, -20],
    [/ menos diez\b/, -10],
    [/ y treinta\b/, 30],
    [/ y quince\b/, 15],
    [/ treinta\b/, 30],
  ],
};

const NOON: Record<Language, RegExp> = {
  fr: /\bmidi(?: (et demie?))?\b(?! ?trente)/,
  en: /\b(?:noon|midday)\b()/,
  es: /\b(?:mediodia|medio dia)\b()/,
};

const PARTS: Record<Language, { morning: RegExp; afternoon: RegExp; evening: RegExp }> = {
  fr: {
    morning: /\bmatin|\bmat\b/,
    afternoon: /\bapres ?midi\b|\baprem\b/,
    evening: /\bsoir|\bnuit\b/,
  },
  en: {
    morning: /\bmorning|\bmornin\b|\bam\b/,
    afternoon: /\bafternoon\b/,
    evening: /\bevening\b|\btonight\b|\btonite\b|\bnight\b/,
  },
  es: {
    morning: /\b(?:por|de|en|a) la manana\b|\besta manana\b|\bmananas\b/,
    afternoon: /\btardes?\b/,
    evening: /\bnoches?\b/,
  },
};

const SPANS = {
  fr: { morning: [0, 720], afternoon: [720, 1080], evening: [1020, 1440] },
  en: { morning: [0, 720], afternoon: [720, 1080], evening: [1020, 1440] },
  es: { morning: [0, 780], afternoon: [780, 1260], evening: [1140, 1440] },
} as const;

function sentenceOf(text: string): string {
  return fold(text).replace(/['’-]/g, ' ').replace(/\s+/g, ' ');
}

/** The part of the day a text names, or null. */
export function partOfDay(text: string, language: Language): DayPart | null {
  const sentence = sentenceOf(text);
  for (const part of ['morning', 'afternoon', 'evening'] as const) {
    if (PARTS[language][part].test(sentence)) {
      const [from, to] = SPANS[language][part];
      return { from, to };
    }
  }
  return null;
}

function withPart(
  hour: number,
  minute: number,
  half: 'am' | 'pm' | null,
  part: DayPart | null,
): SpokenTime | null {
  if (hour > 24 || minute > 59) return null;
  let minutes = (hour % 24) * 60 + minute;
  if (minutes < 0) minutes += 24 * 60;
  if (half === 'am') return { minutes: minutes % 720, twelveHour: false };
  if (half === 'pm') return { minutes: (minutes % 720) + 720, twelveHour: false };
  if (hour === 0 || hour > 12) return { minutes, twelveHour: false };
  if (part && part.from >= 720 && minutes < 720) return { minutes: minutes + 720, twelveHour: false };
  if (part && part.to <= 780 && part.from === 0) return { minutes, twelveHour: false };
  return { minutes, twelveHour: minutes < 720 };
}

function digits(sentence: string, part: DayPart | null): SpokenTime | null {
  const clock =
    /\b(\d{1,2}) ?(?:(?:h(?:eures?)?|horas?) ?(\d{2})?\b|[:.] ?(\d{2})\b)(?: ?(am|pm|a\.m|p\.m))?(?! ?(?:min|kg|kilo))/.exec(
      sentence,
    );
  if (clock) {
    const half = clock[4] ? (clock[4].startsWith('a') ? 'am' : 'pm') : null;
    return withPart(Number(clock[1]), Number(clock[2] ?? clock[3] ?? 0), half, part);
  }
  const half = /\b(\d{1,2}) ?(am|pm|a\.m|p\.m)\b/.exec(sentence);
  if (half) return withPart(Number(half[1]), 0, half[2]?.startsWith('a') ? 'am' : 'pm', part);
  const bare =
    /(?:\b(?:a|at|las|de|the|celui de|el de|la de|vers|le|for|my) |^)(\d{1,2})(?: y (media|cuarto)| et (demie?|quart)| o ?clock)?(?=$|[ ,.?!])(?! ?(?:seances?|min|jours?|dias?|days?|kilos?|kg|ans|mois|euros?|personnes?|people|places?|spots?))/.exec(
      sentence,
    );
  if (!bare) return null;
  const word = bare[2] ?? bare[3];
  return withPart(Number(bare[1]), word === undefined ? 0 : /^d|^m/.test(word) ? 30 : 15, null, part);
}

function words(sentence: string, language: Language, part: DayPart | null): SpokenTime | null {
  const names = NUMBERS[language];
  const hours = [...names.keys()].sort((a, b) => (names[b]?.length ?? 0) - (names[a]?.length ?? 0));
  if (language === 'en') {
    const past = /\b(half past|quarter past|quarter to) (\w+)/.exec(sentence);
    const hour = past ? names.indexOf(past[2] ?? '') : -1;
    const number = past && hour < 0 ? Number(past[2]) : hour;
    if (past && number >= 0) {
      const shift = past[1] === 'half past' ? 30 : past[1] === 'quarter past' ? 15 : -15;
      const total = number * 60 + shift;
      return withPart(Math.floor(total / 60), total % 60, null, part);
    }
  }
  const lead = { fr: '(?:a|de|vers|pour|celui de) ', en: '(?:at|the|for|my) ', es: '(?:las|la) ' }[language];
  const tail = { fr: ' heures?', en: ' o ?clock| (?:am|pm)| (?:thirty|fifteen|forty five)', es: ' horas?' }[
    language
  ];
  for (const hour of hours) {
    const name = names[hour];
    const found = new RegExp(`(?:\\b${lead}${name}\\b|\\b${name}(?=${tail}))(.*)$`).exec(sentence);
    if (!found || (language === 'fr' && hour < 2 && !/heure/.test(sentence))) continue;
    const rest = found[1] ?? '';
    const minute =
      WORD_MINUTES[language].find(([pattern]) => {
        const at = rest.search(pattern);
        return at >= 0 && at <= 8;
      })?.[1] ?? 0;
    const half = /^ ?am\b/.test(rest) ? 'am' : /^ ?pm\b/.test(rest) ? 'pm' : null;
    const total = hour * 60 + minute;
    return withPart(Math.floor(total / 60), ((total % 60) + 60) % 60, half, part);
  }
  return null;
}

/** The first time of day in a text ("18h30", "6:30 pm", "a las siete y media"), or null. */
export function timeIn(text: string, language: Language): SpokenTime | null {
  const sentence = sentenceOf(text);
  const part = partOfDay(text, language);
  const found = digits(sentence, part) ?? words(sentence, language, part);
  if (found) return found;
  const noon = NOON[language].exec(sentence);
  return noon ? { minutes: noon[1] ? 750 : 720, twelveHour: false } : null;
}

/** Whether a class that starts at `HH:MM` is the one meant by a spoken time. */
export function isAt(localTime: string, spoken: SpokenTime): boolean {
  const [hour = 0, minute = 0] = localTime.split(':').map(Number);
  const minutes = hour * 60 + minute;
  return minutes === spoken.minutes || (spoken.twelveHour && minutes === spoken.minutes + 720);
}
