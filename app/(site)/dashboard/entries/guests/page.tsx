import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { MaskedNumber } from '@/components/dashboard/badges/badge-words';
import { EntriesTabs } from '@/components/dashboard/badges/entries-tabs';
import { GuestReturn } from '@/components/dashboard/badges/guest-return';
import { GuestsDesk } from '@/components/dashboard/badges/guests-desk';
import { EmptyState } from '@/components/ui/empty-state';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { getBadgeDesk } from '@/lib/badges';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';

export async function generateMetadata() {
  return { title: (await getTranslations('badges.guests'))('title') };
}

export default async function GuestsPage() {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'members.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.read" />;
  const t = await getTranslations('badges.guests');
  const { common, auth, badges } = await getMessages();
  const { guests } = await getBadgeDesk(await serverClient(), gym.id);
  const format = await serverFormat(gym.timezone);
  const mayAct = can(actor, 'members.act', { gymId: gym.id });
  return (
    <NextIntlClientProvider
      messages={{ common, auth: { problem: auth.problem, invalid: auth.invalid }, badges }}
    >
      <h1 className="sr-only">{t('title')}</h1>
      <EntriesTabs current="guests" />
      <div className="grid gap-x-10 gap-y-8 px-4 py-6 md:px-8 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
        {mayAct && <GuestsDesk gymId={gym.id} />}
        <section aria-labelledby="guests" className="grid content-start gap-2">
          <h2 id="guests" className="text-head">
            {t('today')}
            <span className="pl-2 text-base font-normal tracking-normal text-ink-2">
              {t('count', { count: guests.length })}
            </span>
          </h2>
          {guests.length === 0 && <EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>}
          <ul>
            {guests.map((guest) => (
              <li
                key={guest.id}
                className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-1.5"
              >
                <span className="grid min-w-0">
                  <span className="flex flex-wrap gap-x-3 font-medium">
                    {guest.first_name} <MaskedNumber tail={guest.tail} />
                  </span>
                  <span className="text-label text-ink-2">
                    {t('since', { time: format.time(guest.since) })},{' '}
                    {t('until', { time: format.time(new Date(Date.parse(guest.expires_at) - 1)) })}
                    {guest.given_by && <>, {t('by', { name: guest.given_by })}</>}
                  </span>
                </span>
                {mayAct && <GuestReturn badgeId={guest.badge_id} name={guest.first_name} />}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </NextIntlClientProvider>
  );
}
