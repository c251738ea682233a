import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { EntriesTabs } from '@/components/dashboard/badges/entries-tabs';
import { ReadersList } from '@/components/dashboard/badges/readers-list';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { getBadgeDesk } from '@/lib/badges';
import { currentGym } from '@/lib/gyms';
import { serverClient } from '@/lib/supabase/server';

export async function generateMetadata() {
  return { title: (await getTranslations('badges.readers'))('title') };
}

export default async function ReadersPage() {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'members.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.read" />;
  const t = await getTranslations('badges.readers');
  const { common, auth, badges } = await getMessages();
  const { kiosks } = await getBadgeDesk(await serverClient(), gym.id);
  return (
    <NextIntlClientProvider
      messages={{ common, auth: { problem: auth.problem, invalid: auth.invalid }, badges }}
    >
      <h1 className="sr-only">{t('title')}</h1>
      <EntriesTabs current="readers" />
      <div className="grid max-w-[48rem] gap-6 px-4 py-6 md:px-8">
        <p className="text-ink-2">{t('lead')}</p>
        <ReadersList
          gymId={gym.id}
          kiosks={kiosks}
          mayTeach={can(actor, 'members.update', { gymId: gym.id })}
        />
      </div>
    </NextIntlClientProvider>
  );
}
