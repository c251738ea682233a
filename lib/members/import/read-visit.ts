import { badgeForms } from '../badge-forms.ts';
import type { DateField, ImportField } from './fields.ts';
import { type DateOrder, parseDate } from './parse-date.ts';
import { properCase, readEmail, splitName } from './parse-person.ts';
import { readMoment, readTime } from './parse-time.ts';
import { isScientific, type RowCode, type RowError } from './read-row.ts';

/** A visit as the file has it: who, by whatever tells them, and when by the gym's clock. */
export interface VisitRow {
  /** Line or row of the file. */
  row: number;
  external_id?: string;
  badge?: string;
  email?: string;
  first_name?: string;
  last_name?: string;
  birth_date?: string;
  day: string;
  /** `HH:MM:SS`; without it the visit is some time that day. */
  at_time?: string;
  left_time?: string;
}

export interface VisitOptions {
  /** ISO day of the gym. */
  today: string;
  timeZone: string;
  /** Of columns whose dates leave it open; others say it themselves. */
  orders: Partial<Record<DateField, DateOrder>>;
  /** Whether a whole name begins with the last name. */
  lastFirst: boolean;
}

type Values = Partial<Record<ImportField, string>>;

const OLDEST = '1990-01-01';

/** One row of a list of visits, or the first thing that is wrong with it. */
export function readVisit(row: number, values: Values, options: VisitOptions): VisitRow | RowError {
  const wrong = (field: ImportField | null, code: RowCode): RowError => ({ row, field, code });
  for (const field of ['external_id', 'badge'] as const)
    if (values[field] && isScientific(values[field])) return wrong(field, 'scientific');
  const who = whoOf(values, options);
  if ('code' in who) return wrong(who.field, who.code);
  const when = whenOf(values, options);
  if ('code' in when) return wrong(when.field, when.code);
  return { row, ...who, ...when };
}

type Wrong = { field: ImportField; code: RowCode };
type Who = Pick<VisitRow, 'external_id' | 'badge' | 'email' | 'first_name' | 'last_name' | 'birth_date'>;

/** Everything that tells who it was; what cannot be read counts only where there is nothing else. */
function whoOf(values: Values, { today, orders, lastFirst }: VisitOptions): Who | Wrong {
  const who: Who = {};
  let wrong: Wrong = { field: 'external_id', code: 'no_member' };
  if (values.external_id) {
    if (values.external_id.length <= 100) who.external_id = values.external_id;
    else wrong = { field: 'external_id', code: 'too_long' };
  }
  if (values.badge) {
    const forms = badgeForms(values.badge);
    if (forms.ok) who.badge = values.badge;
    else
      wrong = { field: 'badge', code: forms.reason === 'random_uid' ? 'badge_random' : 'badge_unreadable' };
  }
  if (values.email) {
    const email = readEmail(values.email);
    if (email) who.email = email;
    else wrong = { field: 'email', code: 'email_invalid' };
  }
  const name =
    values.first_name && values.last_name
      ? { first: values.first_name, last: values.last_name }
      : values.full_name
        ? splitName(values.full_name, lastFirst)
        : null;
  const born =
    values.birth_date && parseDate(values.birth_date, 'birth_date', orders.birth_date ?? 'day', today);
  // Nobody is found by the name alone.
  if (name && born && name.first.length <= 80 && name.last.length <= 80)
    Object.assign(who, {
      first_name: properCase(name.first),
      last_name: properCase(name.last),
      birth_date: born,
    });
  return Object.keys(who).length > 0 ? who : wrong;
}

function whenOf(
  values: Values,
  { today, timeZone, orders }: VisitOptions,
): Pick<VisitRow, 'day' | 'at_time' | 'left_time'> | Wrong {
  const written = values.visit_day ?? '';
  const moment = readMoment(written, timeZone);
  const day = moment?.day ?? parseDate(written, 'visit_day', orders.visit_day ?? 'day', today);
  if (!day || day < OLDEST) return { field: 'visit_day', code: 'date_invalid' };
  if (day > today) return { field: 'visit_day', code: 'date_future' };
  const time = values.visit_time ? readTime(values.visit_time) : (moment?.time ?? readTime(written));
  if (values.visit_time && !time) return { field: 'visit_time', code: 'time_invalid' };
  const left =
    values.left_time && (readMoment(values.left_time, timeZone)?.time ?? readTime(values.left_time));
  if (values.left_time && !left) return { field: 'left_time', code: 'time_invalid' };
  return { day, ...(time && { at_time: time }), ...(time && left && { left_time: left }) };
}
