import { param, type RawParams } from '@/lib/utils/search-params';

/** The columns that a list of members may show, in their order; the name is always there. */
export const memberColumns = [
  'risk',
  'reasons',
  'state',
  'last_visit',
  'weeks',
  'ends',
  'type',
  'since',
  'badge',
  'phone',
  'email',
] as const;
export type MemberColumn = (typeof memberColumns)[number];

/** What the list shows until somebody chooses. */
export const defaultColumns: MemberColumn[] = ['risk', 'reasons', 'last_visit', 'weeks', 'ends'];

const forContact: readonly MemberColumn[] = ['phone', 'email'];

/** The columns that somebody may choose from: phone and e-mail are for those who may read them (rule T6). */
export const columnsFor = (withContact: boolean): MemberColumn[] =>
  memberColumns.filter((column) => withContact || !forContact.includes(column));

/** The columns of an address (`columns=risk,ends`), in the list's order; without any that is known the usual ones. */
export function columnsOf(raw: RawParams): MemberColumn[] {
  const asked = (param(raw, 'columns') ?? '').split(',');
  const known = memberColumns.filter((column) => asked.includes(column));
  return known.length > 0 ? known : defaultColumns;
}

/** The parameter of the address for these columns; none for the usual ones. */
export function columnsQuery(columns: readonly MemberColumn[]): string | undefined {
  const text = memberColumns.filter((column) => columns.includes(column)).join(',');
  return text === '' || text === defaultColumns.join(',') ? undefined : text;
}
