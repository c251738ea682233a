import { ChevronLeft, Pencil, Phone } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { GymContext } from '@/lib/auth/actor';
import { currentContext } from '@/lib/gyms';
import type { MemberPage } from '@/lib/member';
import type { Format } from '@/lib/utils/format';
import { dial } from '@/lib/utils/phone';
import { typeset } from '@/lib/utils/typography';
import { MemberMenu } from './member-menu';
import { yearsBetween } from './years-between';

/** "mars 2024" of a calendar day. */
const monthOf = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );

/** Who it is, since when and until when, and what can be done at once. */
export async function MemberHeader({
  member,
  gym,
  mayUpdate,
  format,
}: {
  member: MemberPage;
  gym: GymContext;
  mayUpdate: boolean;
  format: Format;
}) {
  const t = await getTranslations('member');
  const { gym: shown } = await currentContext();
  const name = `${member.first_name} ${member.last_name}`;
  const phone = member.deleted_at ? null : member.contact?.phone;
  const end = member.membership_ends_on
    ? t(member.membership_ends_on < member.habits.today ? 'ended' : 'until', {
        date: format.calendarDay(member.membership_ends_on),
      })
    : t('noEnd');
  const sentences = [
    member.member_since
      ? t('since', { kind: member.member_kind, date: monthOf(member.member_since, format.locale) })
      : t('noSince', { kind: member.member_kind }),
    `${member.membership_type ? `${t('formula', { name: member.membership_type })}, ${end}` : t('noFormula', { end })}.`,
    member.birth_date && t('age', { years: yearsBetween(member.birth_date, member.habits.today) }),
    member.membership_suspended && t('suspended'),
    !member.is_active && t('inactive'),
    gym.id !== shown?.id && t('otherGym', { gym: gym.name }),
    member.is_minor ? t('minor') : member.analysis_objection && t('objection'),
  ].filter(Boolean);
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 pb-5">
      <div className="min-w-0">
        <Link
          href="/dashboard/members"
          data-key="Escape"
          className="-ml-1 inline-flex items-center gap-1 pb-1 text-label text-ink-2 hover:text-ink max-md:h-11 print:hidden"
        >
          <ChevronLeft size={14} strokeWidth={1.6} aria-hidden /> {t('list')}
        </Link>
        <h1 className="text-title break-words">{name}</h1>
        <p className="max-w-[44rem] pt-1 text-ink-2">{typeset(sentences.join(' '), format.locale)}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        {mayUpdate && (
          <>
            <Button asChild>
              <Link href={`/dashboard/members/${member.id}/edit`} data-key="e">
                <Pencil size={16} strokeWidth={1.6} aria-hidden /> {t('edit')} <Kbd>E</Kbd>
              </Link>
            </Button>
            <MemberMenu id={member.id} name={name} />
          </>
        )}
        {phone && (
          <Button asChild tone="accent">
            <a href={dial(phone)} data-key="c">
              <Phone size={16} strokeWidth={1.6} aria-hidden /> {t('call')}
            </a>
          </Button>
        )}
      </div>
    </header>
  );
}
