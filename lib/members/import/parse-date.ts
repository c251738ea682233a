import type { DateField } from './fields.ts';

export type DateOrder = 'day' | 'month';

/** `order` is null where the whole column leaves it open: then a person says it. */
export interface DateColumn {
  order: DateOrder | null;
  /** Whether one value at least is a date of any kind. */
  readable: boolean;
  /** A value that reads differently both ways, to ask with. */
  example: string | null;
}

const months =
  'jan ene gen|feb fév fev|mar mär mrt|apr avr abr|may mai maj mei|jun juin giu|jul juil lug|aug aoû aou ago|sep set|oct okt ott out|nov|dec déc dic dez'
    .split('|')
    .map((names) => names.split(' '));

const monthNumber = (word: string): number => {
  const low = word.toLowerCase();
  return months.findIndex((names) => names.some((name) => low.startsWith(name))) + 1;
};

interface Parts {
  year: number;
  /** As written, first and second; month names and ISO leave no doubt and are in `sure`. */
  first: number;
  second: number;
  sure: DateOrder | null;
}

const TIME = /(?:[T ,]|\s(?:à|at)\s)+\d{1,2}\s?[:h.]\s?\d{2}.*$/;

function partsOf(value: string): Parts | null {
  const text = value.replace(TIME, '').trim();
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), first: Number(iso[2]), second: Number(iso[3]), sure: 'month' };
  const plain = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (plain) {
    const year = plain[3]!.length === 2 ? Number(plain[3]) - 100 : Number(plain[3]);
    // Dots stand between day and month everywhere they are used.
    return {
      year,
      first: Number(plain[1]),
      second: Number(plain[2]),
      sure: text.includes('.') ? 'day' : null,
    };
  }
  const named = /^(\d{1,2})(?:er|\.)?[-/. ]+(?:de )?(\p{L}{3,})\.?[-/., ]+(?:de )?(\d{4}|\d{2})$/u.exec(text);
  const english = /^(\p{L}{3,})\.?[-/ ]+(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4}|\d{2})$/u.exec(text);
  const [day, month, year] = named
    ? [named[1], named[2], named[3]]
    : [english?.[2], english?.[1], english?.[3]];
  if (!day || !month || !year || monthNumber(month) === 0) return null;
  const full = year.length === 2 ? Number(year) - 100 : Number(year);
  return { year: full, first: Number(day), second: monthNumber(month), sure: 'day' };
}

/** Days since 1899-12-30, as spreadsheets count them, from 1927 to 2119. */
const isSerial = (value: string) =>
  /^\d{5}([.,]\d+)?$/.test(value) &&
  Number.parseInt(value, 10) >= 10_000 &&
  Number.parseInt(value, 10) < 80_200;

/** Says by the whole column whether the day or the month comes first. */
export function readDates(values: string[]): DateColumn {
  let [byDay, byMonth, open, readable] = [0, 0, 0, false];
  let example: string | null = null;
  for (const value of values) {
    const parts = partsOf(value);
    readable ||= parts !== null || isSerial(value);
    if (!parts || parts.sure) continue;
    if (parts.first > 12 && parts.second <= 12) byDay += 1;
    else if (parts.second > 12 && parts.first <= 12) byMonth += 1;
    else if (parts.first !== parts.second) {
      open += 1;
      example ??= value;
    }
  }
  if (byDay > 0 !== byMonth > 0) return { order: byDay > 0 ? 'day' : 'month', readable, example };
  return { order: byDay === 0 && open === 0 ? 'day' : null, readable, example };
}

const inFull = (year: number, field: DateField, thisYear: number): number => {
  if (year >= 0) return year;
  const short = year + 100;
  const newest = field === 'membership_ends_on' ? (thisYear % 100) + 30 : thisYear % 100;
  return short <= newest ? 2000 + short : 1900 + short;
};

const isoDay = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const holds =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return holds ? date.toISOString().slice(0, 10) : null;
};

/** Dates that stand for none: an empty date of a database, the end of time. */
const isNone = (value: string) =>
  /^0{1,4}[-/.]0{1,2}[-/.]0{1,4}\b/.test(value) || /\b(9999|2999)\b/.test(value);

/**
 * An ISO day, '' for a date that stands for none, null for what is no date or not possible for the field.
 * @param today ISO day of the gym
 */
export function parseDate(value: string, field: DateField, order: DateOrder, today: string): string | null {
  if (isNone(value)) return '';
  const thisYear = Number(today.slice(0, 4));
  let day: string | null;
  if (isSerial(value)) {
    day = new Date(Date.UTC(1899, 11, 30) + Number.parseInt(value, 10) * 86_400_000)
      .toISOString()
      .slice(0, 10);
  } else {
    const parts = partsOf(value);
    if (!parts) return null;
    const isDayFirst = (parts.sure ?? order) === 'day';
    const [d, m] = isDayFirst ? [parts.first, parts.second] : [parts.second, parts.first];
    day = isoDay(inFull(parts.year, field, thisYear), m, d);
  }
  if (!day || day < '1900-01-01' || day > `${thisYear + 100}-12-31`) return null;
  return field === 'birth_date' && day > today ? null : day;
}
