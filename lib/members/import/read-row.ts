import { badgeForms } from '../badge-forms.ts';
import { type DateField, dateFields, type ImportField } from './fields.ts';
import { type DateOrder, parseDate } from './parse-date.ts';
import { properCase, readEmail, readPhone, splitName } from './parse-person.ts';
import { type MemberKind, readAge, readMemberKind, readStatus } from './parse-words.ts';

/** A member as the file has them. What the file leaves blank is not there, and changes nothing. */
export interface ImportRow {
  /** Line or row of the file. */
  row: number;
  first_name: string;
  last_name: string;
  external_id?: string;
  badge?: string;
  email?: string;
  phone?: string;
  membership_type?: string;
  membership_ends_on?: string;
  membership_suspended?: boolean;
  is_active?: boolean;
  member_since?: string;
  birth_date?: string;
  member_kind?: MemberKind;
}

export const rowCodes = [
  'no_name',
  'too_long',
  'email_invalid',
  'phone_invalid',
  'date_invalid',
  'status_unknown',
  'badge_unreadable',
  'badge_random',
  'scientific',
  'shifted',
  'duplicate_id',
  'duplicate_badge',
  'duplicate_person',
  'badge_taken',
  'badge_ambiguous',
  'name_taken',
  'no_member',
  'member_not_found',
  'date_future',
  'time_invalid',
  'duplicate_visit',
] as const;
export type RowCode = (typeof rowCodes)[number];

/** Why a row is not imported, and in which column that shows; never the value. */
export interface RowError {
  row: number;
  field: ImportField | null;
  code: RowCode;
}

export interface ReadOptions {
  /** ISO day of the gym. */
  today: string;
  /** Of columns whose dates leave it open; others say it themselves. */
  orders: Partial<Record<DateField, DateOrder>>;
  /** Whether the gym's country dials a 0 before a number. */
  dialsZero: boolean;
  /** Whether a whole name begins with the last name. */
  lastFirst: boolean;
}

type Values = Partial<Record<ImportField, string>>;

const longest: Partial<Record<ImportField, number>> = {
  external_id: 100,
  badge: 40,
  first_name: 80,
  last_name: 80,
  membership_type: 80,
};
/** A long number that a spreadsheet has rounded. */
export const isScientific = (value: string) => /^\d+([.,]\d+)?e\+?\d+$/i.test(value);

/** One row of the file as a member, or the first thing that is wrong with it. */
export function readRow(row: number, values: Values, options: ReadOptions): ImportRow | RowError {
  const wrong = (field: ImportField | null, code: RowCode): RowError => ({ row, field, code });
  for (const field of ['external_id', 'badge', 'phone'] as const)
    if (values[field] && isScientific(values[field])) return wrong(field, 'scientific');
  const name = nameOf(values, options.lastFirst);
  if (!name)
    return wrong(
      values.full_name === undefined ? (values.first_name ? 'last_name' : 'first_name') : 'full_name',
      'no_name',
    );
  const read: ImportRow = { row, first_name: name.first, last_name: name.last };
  for (const field of ['external_id', 'membership_type'] as const)
    if (values[field]) read[field] = values[field];
  const badge = values.badge && badgeForms(values.badge);
  if (badge && !badge.ok)
    return wrong('badge', badge.reason === 'random_uid' ? 'badge_random' : 'badge_unreadable');
  if (values.badge) read.badge = values.badge;
  if (values.email) {
    const email = readEmail(values.email);
    if (!email) return wrong('email', 'email_invalid');
    read.email = email;
  }
  if (values.phone) {
    const phone = readPhone(values.phone, options.dialsZero);
    if (!phone) return wrong('phone', 'phone_invalid');
    read.phone = phone;
  }
  for (const field of dateFields) {
    if (!values[field]) continue;
    const day = parseDate(values[field], field, options.orders[field] ?? 'day', options.today);
    if (day === null) return wrong(field, 'date_invalid');
    if (day) read[field] = day;
  }
  if (values.status) {
    const status = readStatus(values.status);
    if (!status) return wrong('status', 'status_unknown');
    Object.assign(read, status);
  }
  const kind = values.member_kind && readMemberKind(values.member_kind);
  if (kind) read.member_kind = kind;
  const born = read.birth_date ?? (values.age && minorSince(values.age, options.today));
  if (born) read.birth_date = born;
  const long = Object.entries({ ...values, ...read }).find(
    ([field, value]) => String(value).length > (longest[field as ImportField] ?? 254),
  );
  return long ? wrong(long[0] as ImportField, 'too_long') : read;
}

function nameOf(values: Values, lastFirst: boolean): { first: string; last: string } | null {
  const { first_name, last_name, full_name } = values;
  const parts =
    first_name && last_name
      ? { first: first_name, last: last_name }
      : full_name
        ? splitName(full_name, lastFirst)
        : null;
  return parts && /\p{L}/u.test(parts.first) && /\p{L}/u.test(parts.last)
    ? { first: properCase(parts.first), last: properCase(parts.last) }
    : null;
}

/**
 * Where the file has ages only, a minor gets the latest birth date that the age allows, so that they are protected as
 * long as they may need it (rule P3); of a grown-up nothing is made up.
 */
function minorSince(age: string, today: string): string | undefined {
  const years = readAge(age);
  if (years === null || years >= 18) return undefined;
  const year = Number(today.slice(0, 4)) - years;
  const day = today.endsWith('02-29') ? '02-28' : today.slice(5);
  return `${year}-${day}`;
}
