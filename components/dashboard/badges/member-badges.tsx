import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { StatusShape } from '@/components/ui/status-shape';
import type { GymContext, StaffActor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { badgesOf, type MemberBadge } from '@/lib/badges';
import { serverFormat } from '@/lib/i18n/server-format';
import type { Format } from '@/lib/utils/format';
import { badgeShapes, MaskedNumber } from './badge-words';
import { MemberBadgeActions } from './member-badge-actions';
import { shortName } from './short-name';

/** The badge of a member with what can be done with it, and those that they had. */
export async function MemberBadges({
  memberId,
  gym,
  actor,
}: {
  memberId: string;
  gym: GymContext;
  actor: StaffActor;
}) {
  const mayAct = can(actor, 'members.act', { gymId: gym.id });
  const { member, badges, kiosks } = await badgesOf(memberId, mayAct ? gym.id : null);
  const t = await getTranslations('badges.member');
  const format = await serverFormat(gym.timezone);
  const { common, auth, badges: words } = await getMessages();
  const current = badges.find(({ state }) => state === 'valid');
  const former = badges.filter((badge) => badge !== current);
  return (
    <section aria-labelledby="member-badges" className="grid gap-3">
      <h2 id="member-badges" className="text-head">
        {t('title')}
      </h2>
      {current ? (
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="font-medium">
            <MaskedNumber tail={current.tail} />
          </span>
          <span className="text-label text-ink-2">
            {t('since', { date: format.shortDate(current.valid_from) })}
            {current.assigned_by && <>, {t('by', { name: current.assigned_by })}</>}
          </span>
        </p>
      ) : (
        <p className="text-ink-2">{t('none')}</p>
      )}
      {kiosks && !member.is_deleted && (
        <NextIntlClientProvider
          messages={{ common, auth: { problem: auth.problem, invalid: auth.invalid }, badges: words }}
        >
          <MemberBadgeActions
            gymId={gym.id}
            kiosks={kiosks}
            member={{ id: member.id, name: shortName(member) }}
            badgeId={current?.id ?? null}
          />
        </NextIntlClientProvider>
      )}
      {former.length > 0 && (
        <ul aria-label={t('history')}>
          {former.map((badge) => (
            <FormerBadge key={badge.id} badge={badge} format={format} />
          ))}
        </ul>
      )}
      <p>
        <Link href={`/dashboard/entries?person=${memberId}`} className="link text-label">
          {t('entries')}
        </Link>
      </p>
    </section>
  );
}

async function FormerBadge({ badge, format }: { badge: MemberBadge; format: Format }) {
  const t = await getTranslations('badges.member');
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 border-t border-line py-2 text-label">
      <MaskedNumber tail={badge.tail} />
      <span className="text-ink-2">
        <span className="inline-flex items-center gap-1.5 text-ink">
          <StatusShape status={badgeShapes[badge.state]} />
          {t(`state.${badge.state}`)}
        </span>
        {', '}
        {t('period', {
          from: format.shortDate(badge.valid_from),
          to: format.shortDate(badge.valid_to ?? badge.expires_at ?? badge.valid_from),
        })}
        {badge.ended_by && <>, {t('by', { name: badge.ended_by })}</>}
      </span>
    </li>
  );
}
