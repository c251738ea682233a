import { getTranslations } from 'next-intl/server';
import { RiskBar, RiskShape, RiskWord } from '@/components/ui/risk-level';
import type { Member, MemberColumn } from '@/lib/members';
import type { Format } from '@/lib/utils/format';
import { dial, displayPhone } from '@/lib/utils/phone';
import { riskSentence } from './member-words';
import { WeekBars } from './week-bars';

/** Above the link that covers the row. */
const link = 'link relative z-1 whitespace-nowrap';
const quiet = 'whitespace-nowrap text-ink-2';

/** What one column says of a member. */
export async function MemberCell({
  column,
  member,
  format,
}: {
  column: MemberColumn;
  member: Member;
  format: Format;
}) {
  const t = await getTranslations('members');
  switch (column) {
    case 'risk':
      if (!member.level) return <span className="text-ink-3">{t('noScore')}</span>;
      return (
        <span className="flex items-center gap-2">
          <RiskShape level={member.level} />
          <span className="w-14">
            <RiskWord level={member.level} />
          </span>
          <RiskBar level={member.level} className="max-md:hidden" />
        </span>
      );
    case 'reasons':
      return (
        riskSentence(member.factors, t, format) || (
          <span className="text-ink-3">{member.level ? t('calm') : ''}</span>
        )
      );
    case 'state':
      return <span className={quiet}>{t(`states.${member.state}`)}</span>;
    case 'last_visit':
      return member.last_visit ? (
        <time dateTime={member.last_visit} title={format.exact(member.last_visit)}>
          {format.shortDate(member.last_visit)}
        </time>
      ) : (
        t('never')
      );
    case 'weeks':
      return <WeekBars weeks={member.weeks} label={t('weeksLabel', { weeks: member.weeks.join(', ') })} />;
    case 'ends':
      return member.membership_ends_on ? (
        <span className="whitespace-nowrap">{format.shortDay(member.membership_ends_on)}</span>
      ) : (
        <span className={quiet}>{t('noEnd')}</span>
      );
    case 'type':
      return <span className={quiet}>{member.membership_type ?? '–'}</span>;
    case 'since':
      return (
        <span className={quiet}>{member.member_since ? format.shortDay(member.member_since) : '–'}</span>
      );
    case 'badge':
      return <span className={quiet}>{member.badge_id ?? '–'}</span>;
    case 'phone':
      if (!member.contact?.phone) return <span className={quiet}>–</span>;
      return (
        <a href={dial(member.contact.phone)} className={link}>
          {displayPhone(member.contact.phone)}
        </a>
      );
    case 'email':
      if (!member.contact?.email) return <span className={quiet}>–</span>;
      return (
        <a href={`mailto:${member.contact.email}`} className={link}>
          {member.contact.email}
        </a>
      );
  }
}
