import { getTranslations } from 'next-intl/server';
import { serverFormat } from '@/lib/i18n/server-format';
import type { Member } from '@/lib/members';
import { csvResponse } from '@/lib/utils/csv';
import { riskSentence } from './member-words';

/** A CSV file of members in the reader's language; the contact columns exist only where the role may see them. */
export async function memberCsv(
  pages: AsyncGenerator<Member[]>,
  timezone: string,
  withContact: boolean,
): Promise<Response> {
  const t = await getTranslations('members');
  const format = await serverFormat(timezone);
  const line = (member: Member) => [
    member.first_name,
    member.last_name,
    member.badge_id,
    member.membership_type,
    member.membership_ends_on,
    member.member_since,
    member.last_visit && format.localDay(member.last_visit),
    member.level && t(`levels.${member.level}`),
    member.score === null ? null : Math.round(member.score * 100),
    riskSentence(member.factors, t, format),
    ...(withContact ? [member.contact?.email ?? null, member.contact?.phone ?? null] : []),
  ];
  const columns = [
    'firstName',
    'lastName',
    'badge',
    'membership',
    'ends',
    'since',
    'lastVisit',
    'level',
    'points',
    'reasons',
  ] as const;
  const header = [
    ...columns.map((column) => t(`export.${column}`)),
    ...(withContact ? [t('export.email'), t('export.phone')] : []),
  ];
  async function* lines() {
    for await (const page of pages) yield page.map(line);
  }
  return csvResponse(`${t('export.file')}-${format.localDay(new Date())}.csv`, header, lines());
}
