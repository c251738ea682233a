import { Phone } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { MoodWord } from '@/components/dashboard/conversations/mood-word';
import { topicWords } from '@/components/dashboard/conversations/topic-words';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { RiskBar, RiskShape, RiskWord } from '@/components/ui/risk-level';
import { Peek, PeekRow } from '@/components/ui/with-peek';
import type { Conversation } from '@/lib/conversations';
import type { Member } from '@/lib/members';
import type { Format } from '@/lib/utils/format';
import { dial, displayPhone } from '@/lib/utils/phone';
import { factorWords, riskSentence } from './member-words';
import { shortName } from '@/lib/utils/short-name';
import { WeekBars } from './week-bars';

/** A member at a glance: risk as a sentence with its reasons, visits, membership, contact, last conversations. */
export async function MemberPeek({
  member,
  talks,
  closeHref,
  mayEdit,
  format,
}: {
  member: Member;
  /** Null for a role that does not list conversations. */
  talks: Conversation[] | null;
  closeHref: string;
  mayEdit: boolean;
  format: Format;
}) {
  const t = await getTranslations('members');
  const shell = await getTranslations('shell.panel');
  const words = await getTranslations('conversations');
  const sentence = riskSentence(member.factors, t, format);
  const points = Math.round((member.score ?? 0) * 100);
  const { contact } = member;
  return (
    <Peek
      label={shortName(member)}
      heading={member.member_since ? t('peek.since', { date: format.calendarDay(member.member_since) }) : ''}
      closeHref={closeHref}
      closeLabel={shell('close')}
      tools={
        mayEdit && (
          <Button asChild tone="quiet">
            <Link href={`/dashboard/members/${member.id}/edit`} data-key="e">
              {t('peek.edit')} <Kbd className="max-md:hidden">E</Kbd>
            </Link>
          </Button>
        )
      }
    >
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">
        {member.level && <RiskShape level={member.level} />}
        {shortName(member)}
        {member.level && (
          <span className="flex items-center gap-2.5 text-base font-normal tracking-normal">
            <RiskBar level={member.level} />
            <RiskWord level={member.level} />
          </span>
        )}
      </h2>
      <Link href={`/dashboard/members/${member.id}`} className="link">
        {t('peek.open')}
      </Link>
      <p className="pt-3 pb-5 text-[1.0625rem] leading-6 tracking-[-0.01em] text-balance">
        {sentence ? `${sentence}.` : member.level ? t('peek.whyNone') : t('peek.whyOut')}
      </p>
      {sentence && (
        <PeekRow label={t('peek.why')}>
          <dl className="grid gap-1">
            {(member.factors ?? []).map((factor) => {
              const text = factorWords(factor, t, format);
              return (
                text && (
                  <div key={factor.code} className="flex justify-between gap-4">
                    <dt className="first-letter:uppercase">{text}</dt>
                    <dd className="text-ink-2">{Number(factor.params.points ?? 0)}</dd>
                  </div>
                )
              );
            })}
            <div className="mt-1 flex justify-between gap-4 border-t border-line pt-1.5">
              <dt className="text-ink-2">{t('peek.threshold')}</dt>
              <dd className="font-semibold">{points}</dd>
            </div>
          </dl>
        </PeekRow>
      )}
      <PeekRow label={t('peek.visits')}>
        <WeekBars tall weeks={member.weeks} label={t('weeksLabel', { weeks: member.weeks.join(', ') })} />
        <p className="pt-2 text-label text-ink-2">
          {t('column.weeks')}.{' '}
          {member.last_visit
            ? `${t('peek.lastVisit')}\u00a0: ${format.moment(member.last_visit)}`
            : `${t('peek.lastVisit')}\u00a0: ${t('never')}`}
        </p>
      </PeekRow>
      <PeekRow label={t('peek.membership')}>
        {member.membership_type ?? '–'}
        <span className="text-ink-2">
          {', '}
          {member.membership_ends_on
            ? t('peek.until', { date: format.calendarDay(member.membership_ends_on) })
            : t('noEnd').toLocaleLowerCase(format.locale)}
        </span>
      </PeekRow>
      <PeekRow label={t('peek.badge')}>
        {member.badge_id ?? <span className="text-ink-2">{t('peek.noBadge')}</span>}
      </PeekRow>
      <PeekRow label={t('peek.contact')}>
        {!contact && <p className="text-ink-2">{t('peek.contactHidden')}</p>}
        {contact && !contact.phone && !contact.email && <p className="text-ink-2">{t('peek.noContact')}</p>}
        {contact?.email && (
          <a href={`mailto:${contact.email}`} className="link break-all">
            {contact.email}
          </a>
        )}
        {contact?.phone && (
          <Button asChild tone="accent" className="mt-2 flex! w-fit">
            <a href={dial(contact.phone)}>
              <Phone size={16} strokeWidth={1.6} aria-hidden />
              {t('peek.call', { phone: displayPhone(contact.phone) })}
            </a>
          </Button>
        )}
      </PeekRow>
      {talks && (
        <PeekRow label={t('peek.talks')}>
          {talks.length === 0 && <p className="text-ink-2">{t('peek.talksNone')}</p>}
          <ul className="grid gap-3">
            {talks.map((talk) => (
              <li key={talk.id}>
                <Link href={`/dashboard/sessions?open=${talk.id}`} className="group grid gap-0.5">
                  <span className="flex items-center gap-2 text-label text-ink-2">
                    <span className="group-hover:underline">{format.shortDate(talk.started_at)}</span>
                    {talk.mood && <MoodWord mood={talk.mood} />}
                  </span>
                  <span>
                    {talk.summary ??
                      ((talk.topics ?? []).map((topic) => topicWords(topic, words)).join(', ') ||
                        words(`status.${talk.status}`))}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </PeekRow>
      )}
    </Peek>
  );
}
