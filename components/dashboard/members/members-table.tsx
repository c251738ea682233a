import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { RiskBar, RiskShape, RiskWord } from '@/components/ui/risk-level';
import type { Member } from '@/lib/members';
import type { Format } from '@/lib/utils/format';
import { cn } from '@/lib/utils/cn';
import { riskSentence } from './member-words';
import { shortName } from '@/lib/utils/short-name';
import { WeekBars } from './week-bars';

const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';

/** The members of a view. With a panel open only name, risk and last visit stay; a phone shows two lines a row. */
export async function MembersTable({
  members,
  openId,
  hrefOf,
  format,
}: {
  members: Member[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
}) {
  const t = await getTranslations('members');
  const wide = openId ? 'hidden' : 'max-xl:hidden';
  return (
    <table className="w-full">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th className={cn(head, 'pl-3')}>{t('column.member')}</th>
          <th className={head}>{t('column.risk')}</th>
          <th className={head}>{t('column.reasons')}</th>
          <th className={head}>{t('column.lastVisit')}</th>
          <th className={cn(head, wide)}>{t('column.weeks')}</th>
          <th className={cn(head, openId ? 'hidden' : 'max-lg:hidden')}>{t('column.ends')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => {
          const open = member.id === openId;
          const sentence = riskSentence(member.factors, t, format);
          return (
            <tr
              key={member.id}
              className={cn(
                'relative h-10 border-b border-line hover:bg-hover max-md:grid max-md:h-auto max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:py-2.5',
                open && 'bg-selected hover:bg-selected',
              )}
            >
              <th
                scope="row"
                className={cn(
                  'pr-4 pl-3 text-left font-medium whitespace-nowrap max-md:pl-0',
                  open && 'shadow-[inset_2px_0_var(--ink)]',
                )}
              >
                <Link
                  href={hrefOf(member.id)}
                  scroll={false}
                  replace={Boolean(openId)}
                  data-row
                  aria-current={open ? 'true' : undefined}
                  className="outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ink"
                >
                  {shortName(member)}
                </Link>
                {!member.is_active && (
                  <span className="pl-2 text-small font-normal text-ink-3">{t('inactive')}</span>
                )}
              </th>
              <td className="pr-4 whitespace-nowrap max-md:pr-0">
                {member.level ? (
                  <span className="flex items-center gap-2">
                    <RiskShape level={member.level} />
                    <span className="w-14">
                      <RiskWord level={member.level} />
                    </span>
                    <RiskBar level={member.level} className="max-md:hidden" />
                  </span>
                ) : (
                  <span className="text-ink-3">{t('noScore')}</span>
                )}
              </td>
              <td className="w-full max-w-0 truncate pr-4 text-ink-2 max-md:pr-0 max-md:col-span-2 max-md:max-w-full max-md:whitespace-normal">
                {sentence || <span className="text-ink-3">{member.level ? t('calm') : ''}</span>}
              </td>
              <td className="pr-4 whitespace-nowrap text-ink-2 max-md:hidden">
                {member.last_visit ? (
                  <time dateTime={member.last_visit} title={format.exact(member.last_visit)}>
                    {format.shortDate(member.last_visit)}
                  </time>
                ) : (
                  t('never')
                )}
              </td>
              <td className={cn('pr-6', wide, 'max-md:hidden')}>
                <WeekBars weeks={member.weeks} label={t('weeksLabel', { weeks: member.weeks.join(', ') })} />
              </td>
              <td
                className={cn(
                  'pr-3 whitespace-nowrap max-md:hidden',
                  openId ? 'hidden' : 'max-lg:hidden',
                  member.membership_ends_on ? '' : 'text-ink-2',
                )}
              >
                {member.membership_ends_on ? format.shortDay(member.membership_ends_on) : t('noEnd')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
