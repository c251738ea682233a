import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { BadgeRound } from '@/components/dashboard/badges/badge-round';
import { EntriesTabs } from '@/components/dashboard/badges/entries-tabs';
import { EmptyState } from '@/components/ui/empty-state';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { getBadgeDesk, listBadgeMembers } from '@/lib/badges';
import { currentGym } from '@/lib/gyms';
import { serverClient } from '@/lib/supabase/server';

export async function generateMetadata() {
  return { title: (await getTranslations('badges.round'))('title') };
}

export default async function BadgesPage() {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'members.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.read" />;
  const t = await getTranslations('badges.round');
  const { common, auth, badges, shell } = await getMessages();
  const db = await serverClient();
  const mayAct = can(actor, 'members.act', { gymId: gym.id });
  const [desk, first] = await Promise.all([
    getBadgeDesk(db, gym.id),
    listBadgeMembers(db, gym.id, { without: true, limit: 40 }),
  ]);
  return (
    <NextIntlClientProvider
      messages={{ common, auth: { problem: auth.problem, invalid: auth.invalid }, badges, shell }}
    >
      <h1 className="sr-only">{t('title')}</h1>
      <EntriesTabs current="badges" />
      {mayAct ? (
        <BadgeRound key={gym.id} gymId={gym.id} kiosks={desk.kiosks} first={first} />
      ) : (
        <div className="px-4 md:px-8">
          <EmptyState title={t('readOnly')} />
        </div>
      )}
    </NextIntlClientProvider>
  );
}
