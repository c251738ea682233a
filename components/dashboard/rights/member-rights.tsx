import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { GymContext, StaffActor } from '@/lib/auth/actor';
import { refusal } from '@/lib/auth/permissions';
import { serverFormat } from '@/lib/i18n/server-format';
import { getMemberRights } from '@/lib/rights';
import { RightsActions } from './rights-actions';
import { UndoMove } from './undo-move';

/**
 * What a member may ask for: their data, another gym, to be forgotten. For managers and owners, and a support access
 * that may write; nothing for anybody else.
 */
export async function MemberRights({
  memberId,
  gym,
  actor,
}: {
  memberId: string;
  gym: GymContext;
  actor: StaffActor;
}) {
  const why = refusal(actor, 'members.update', { gymId: gym.id });
  if (why && why !== 'customer_suspended') return null;
  const t = await getTranslations('rights');
  if (why)
    return (
      <Frame title={t('title')}>
        <p className="text-ink-2">{t('suspended')}</p>
      </Frame>
    );
  const rights = await getMemberRights(memberId);
  const format = await serverFormat(gym.timezone);
  const { common, auth, rights: words } = await getMessages();
  const { asked_to_be_forgotten_at: asked, came_from: from, went_to: to } = rights;
  return (
    <NextIntlClientProvider messages={{ common, auth: { problem: auth.problem }, rights: words }}>
      <Frame title={t('title')}>
        {asked ? (
          <p className="font-medium text-act">{t('asked', { at: format.moment(asked) })}</p>
        ) : (
          <p className="text-ink-2">{t('lead')}</p>
        )}
        {to && (
          <p>
            {t.rich('wentTo', {
              gym: to.gym,
              date: format.calendarDay(format.localDay(to.moved_at)),
              link: (text) => (
                <Link href={`/dashboard/members/${to.member_id}`} className="link">
                  {text}
                </Link>
              ),
            })}
          </p>
        )}
        {from && (
          <p>{t('cameFrom', { gym: from.gym, date: format.calendarDay(format.localDay(from.moved_at)) })}</p>
        )}
        {from?.may_undo && <UndoMove memberId={memberId} name={rights.first_name} />}
        <RightsActions memberId={memberId} rights={rights} />
      </Frame>
    </NextIntlClientProvider>
  );
}

function Frame({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby="member-rights" className="grid gap-2 print:hidden">
      <h2 id="member-rights" className="pb-1 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
