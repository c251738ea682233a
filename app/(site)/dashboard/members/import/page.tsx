import Link from 'next/link';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { ImportWizard } from '@/components/dashboard/import/import-wizard';
import { PastImports } from '@/components/dashboard/import/past-imports';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { LinkTabs } from '@/components/ui/link-tabs';
import { can } from '@/lib/auth/permissions';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { listImports } from '@/lib/members/imports';
import { serverClient } from '@/lib/supabase/server';
import { href, oneOf, type RawParams } from '@/lib/utils/search-params';

const PATH = '/dashboard/members/import';

const kinds = ['members', 'visits'] as const;

export async function generateMetadata() {
  return { title: (await getTranslations('imports'))('title') };
}

export default async function ImportPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'members.update', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.update" />;
  const imports = await listImports(await serverClient(), gym.id);
  const format = await serverFormat(gym.timezone);
  const kind = oneOf(await searchParams, 'kind', kinds, 'members');
  const now = new Date();
  const t = await getTranslations('imports');
  const { common, errors, shell, imports: words } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ common, errors, shell, imports: words }}>
      <div className="max-w-[64rem] px-4 py-6 md:px-8">
        <p className="text-label">
          <Link href="/dashboard/members" className="link">
            {t('back')}
          </Link>
        </p>
        <h1 className="mt-2 text-head">{kind === 'visits' ? t('titleVisits') : t('title')}</h1>
        <p className="mt-1 text-ink-2">{t(`lead.${kind}`)}</p>
        <div className="mt-3 mb-6">
          <LinkTabs
            label={t('kinds')}
            tabs={kinds.map((one) => ({
              href: href(PATH, { kind: one === 'members' ? undefined : one }),
              label: t(`kind.${one}`),
              active: one === kind,
            }))}
          />
        </div>
        <ImportWizard
          key={`${gym.id} ${kind}`}
          kind={kind}
          gym={{
            id: gym.id,
            today: format.localDay(now),
            dialsZero: gym.locale === 'fr',
            timeZone: gym.timezone,
          }}
        />
        <PastImports imports={imports} format={format} now={now.getTime()} />
      </div>
    </NextIntlClientProvider>
  );
}
