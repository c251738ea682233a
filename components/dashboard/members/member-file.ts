import { getTranslations } from 'next-intl/server';
import { serverFormat } from '@/lib/i18n/server-format';
import type { Member, MemberColumn } from '@/lib/members';
import { csvResponse } from '@/lib/utils/csv';
import { type XlsxCell, xlsxResponse } from '@/lib/utils/xlsx';
import { riskSentence } from './member-words';

type Cell = { head: string; of: (member: Member) => XlsxCell };

const plain = (cell: XlsxCell) => (cell !== null && typeof cell === 'object' ? cell.day : cell);
const dayCell = (value: string | null): XlsxCell => (value === null ? null : { day: value });

/** Members as a CSV or XLSX file in the reader's language: their names, then the columns as the list shows them. */
export async function memberFile(
  pages: AsyncGenerator<Member[]>,
  { timezone, columns, type }: { timezone: string; columns: MemberColumn[]; type: 'csv' | 'xlsx' },
): Promise<Response> {
  const t = await getTranslations('members');
  const format = await serverFormat(timezone);
  const byColumn: Record<MemberColumn, Cell[]> = {
    risk: [
      { head: t('export.level'), of: ({ level }) => level && t(`levels.${level}`) },
      { head: t('export.points'), of: ({ score }) => (score === null ? null : Math.round(score * 100)) },
    ],
    reasons: [{ head: t('export.reasons'), of: ({ factors }) => riskSentence(factors, t, format) }],
    state: [{ head: t('column.state'), of: ({ state }) => t(`states.${state}`) }],
    last_visit: [
      {
        head: t('export.lastVisit'),
        of: ({ last_visit: at }) => dayCell(at && format.localDay(at)),
      },
    ],
    weeks: [
      { head: t('export.weeks'), of: ({ weeks }) => weeks.reduce((total, visits) => total + visits, 0) },
    ],
    ends: [{ head: t('export.ends'), of: ({ membership_ends_on: on }) => dayCell(on) }],
    type: [{ head: t('export.membership'), of: ({ membership_type: type }) => type }],
    since: [{ head: t('export.since'), of: ({ member_since: on }) => dayCell(on) }],
    badge: [{ head: t('export.badge'), of: ({ badge_id: badge }) => badge }],
    phone: [{ head: t('export.phone'), of: ({ contact }) => contact?.phone ?? null }],
    email: [{ head: t('export.email'), of: ({ contact }) => contact?.email ?? null }],
  };
  const cells: Cell[] = [
    { head: t('export.firstName'), of: ({ first_name: name }) => name },
    { head: t('export.lastName'), of: ({ last_name: name }) => name },
    ...columns.flatMap((column) => byColumn[column]),
  ];
  const heads = cells.map(({ head }) => head);
  const name = `${t('export.file')}-${format.localDay(new Date())}.${type}`;
  async function* rows() {
    for await (const page of pages) yield page.map((member) => cells.map(({ of }) => of(member)));
  }
  async function* lines() {
    for await (const page of rows()) yield page.map((row) => row.map(plain));
  }
  return type === 'xlsx' ? xlsxResponse(name, t('title'), heads, rows()) : csvResponse(name, heads, lines());
}
