import { badgeForms } from '../badge-forms.ts';
import { type DateField, dateFields, type ImportField, type ImportKind } from './fields.ts';
import { foldHeader } from './guess-columns.ts';
import { type DateOrder, readDates } from './parse-date.ts';
import type { Table } from './read-table.ts';
import { type ImportRow, type RowError, readRow } from './read-row.ts';
import { readVisit, type VisitRow } from './read-visit.ts';

/** Where each column of the file goes, in the file's order. */
export type Mapping = (ImportField | 'not_kept' | null)[];

/** A date column that reads both ways: somebody has to say which. */
export interface DateQuestion {
  field: DateField;
  example: string;
}

export interface Plan<Row = ImportRow | VisitRow> {
  rows: Row[];
  bad: RowError[];
}

const columnOf = (table: Table, mapping: Mapping, field: ImportField): string[] => {
  const place = mapping.indexOf(field);
  return place < 0 ? [] : table.rows.map((row) => row.cells[place] ?? '').filter(Boolean);
};

/** The date columns that the file leaves open. */
export function dateQuestions(table: Table, mapping: Mapping): DateQuestion[] {
  return (['visit_day', ...dateFields] as const).flatMap((field) => {
    const { order, example } = readDates(columnOf(table, mapping, field));
    return order === null && example !== null ? [{ field, example }] : [];
  });
}

/** What tells who came, each of them enough. */
const tells: ImportField[][] = [['external_id'], ['badge'], ['email'], ['full_name', 'birth_date']];

/** Fields without which no row can be read. */
export function missingFields(mapping: Mapping, kind: ImportKind = 'members'): ImportField[] {
  const lacks = (field: ImportField) => !mapping.includes(field);
  if (kind === 'visits') {
    const isTold = [...tells, ['first_name', 'last_name', 'birth_date'] as ImportField[]].some(
      (fields) => !fields.some(lacks),
    );
    return [
      ...(isTold ? [] : (['external_id'] as const)),
      ...(lacks('visit_day') ? (['visit_day'] as const) : []),
    ];
  }
  if (mapping.includes('full_name')) return [];
  return (['first_name', 'last_name'] as const).filter(lacks);
}

/** Which way the dates of each column read, and whether whole names begin with the last one. */
function readingOf(table: Table, mapping: Mapping, answers: Partial<Record<DateField, DateOrder>>) {
  const orders = Object.fromEntries(
    (['visit_day', ...dateFields] as const).map((field) => [
      field,
      readDates(columnOf(table, mapping, field)).order ?? answers[field] ?? 'day',
    ]),
  ) as Record<DateField, DateOrder>;
  const nameColumn = table.header[mapping.indexOf('full_name')];
  const lastFirst =
    nameColumn !== undefined &&
    /^(nom|apellidos?|last|cognome)\b.*\b(prenoms?|nombre|first|nome)\b/.test(foldHeader(nameColumn));
  return { orders, lastFirst };
}

/**
 * Reads every row of a list of visits by a mapping. A row that says the same visit again is told as bad.
 * @param answers of `dateQuestions`
 */
export function planVisits(
  table: Table,
  mapping: Mapping,
  options: { today: string; timeZone: string; answers: Partial<Record<DateField, DateOrder>> },
): Plan<VisitRow> {
  const reading = { ...options, ...readingOf(table, mapping, options.answers) };
  const plan: Plan<VisitRow> = { rows: [], bad: [] };
  const seen = new Set<string>();
  for (const { number, cells } of table.rows) {
    const read =
      cells.length > table.header.length
        ? ({ row: number, field: null, code: 'shifted' } as const)
        : readVisit(number, valuesOf(cells, mapping), reading);
    if ('code' in read) {
      plan.bad.push(read);
      continue;
    }
    const { row, left_time: _, ...visit } = read;
    const key = JSON.stringify(visit);
    if (seen.has(key)) plan.bad.push({ row, field: 'visit_day', code: 'duplicate_visit' });
    else plan.rows.push(read);
    seen.add(key);
  }
  return plan;
}

/**
 * Reads every row of a table by a mapping. Rows that say the same member twice are told by number, badge, or e-mail
 * with name: the first is taken, the others are told as bad.
 * @param answers of `dateQuestions`
 */
export function planImport(
  table: Table,
  mapping: Mapping,
  options: { today: string; dialsZero: boolean; answers: Partial<Record<DateField, DateOrder>> },
): Plan<ImportRow> {
  const reading = { ...options, ...readingOf(table, mapping, options.answers) };
  const plan: Plan<ImportRow> = { rows: [], bad: [] };
  const isTwice = twiceFinder();
  for (const { number, cells } of table.rows) {
    const read =
      cells.length > table.header.length
        ? ({ row: number, field: null, code: 'shifted' } as const)
        : readRow(number, valuesOf(cells, mapping), reading);
    const error = 'code' in read ? read : isTwice(read);
    if (error) plan.bad.push(error);
    else plan.rows.push(read as ImportRow);
  }
  return plan;
}

function valuesOf(cells: string[], mapping: Mapping): Partial<Record<ImportField, string>> {
  const values: Partial<Record<ImportField, string>> = {};
  for (const [place, field] of mapping.entries())
    if (field && field !== 'not_kept' && cells[place]) values[field] ??= cells[place];
  return values;
}

/** Remembers the rows so far and answers what is wrong with one that was there before. */
function twiceFinder(): (row: ImportRow) => RowError | null {
  const [ids, badges, people] = [new Set<string>(), new Set<string>(), new Map<string, string | undefined>()];
  return (row) => {
    const twice = (field: ImportField, code: RowError['code']): RowError => ({ row: row.row, field, code });
    if (row.external_id && ids.has(row.external_id)) return twice('external_id', 'duplicate_id');
    const forms = row.badge && badgeForms(row.badge);
    const badge = forms && forms.ok ? forms.canonical[0] : undefined;
    if (badge && badges.has(badge)) return twice('badge', 'duplicate_badge');
    const person = row.email && `${row.email} ${foldHeader(`${row.first_name} ${row.last_name}`)}`;
    // Two numbers in the club's own software are two members, whatever else they share.
    if (person && people.has(person) && !(row.external_id && people.get(person)))
      return twice('email', 'duplicate_person');
    if (row.external_id) ids.add(row.external_id);
    if (badge) badges.add(badge);
    if (person) people.set(person, row.external_id);
    return null;
  };
}
