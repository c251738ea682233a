import Link from 'next/link';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { CodeButton } from '@/components/dashboard/kiosks/launch/code-button';
import { LaunchSheet } from '@/components/dashboard/kiosks/launch/launch-sheet';
import { PrintButton } from '@/components/dashboard/kiosks/launch/print-button';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { env } from '@/lib/env';
import { currentGym } from '@/lib/gyms';
import { getLaunchPage, type LaunchPage } from '@/lib/kiosks/get-launch-page';
import { serverClient } from '@/lib/supabase/server';

export async function generateMetadata() {
  return { title: (await getTranslations('kioskLaunch'))('title') };
}

/** How a kiosk is set up, for one of them or to choose one; a kiosk's own screen leads here with its slug. */
export default async function KioskSetupPage({
  searchParams,
}: {
  searchParams: Promise<{ kiosk?: string | string[] }>;
}) {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'kiosks.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="kiosks.read" />;
  const { kiosk: asked } = await searchParams;
  const slug = typeof asked === 'string' ? asked.slice(0, 60) : null;
  const page = await getLaunchPage(await serverClient(), gym.id, slug);
  const t = await getTranslations('kioskLaunch');
  const { common, kiosks, kioskLaunch } = await getMessages();
  const chosen = page.chosen ?? onlyOne(page, slug, gym);
  const origin = env().APP_URL.replace(/\/$/, '');
  return (
    <NextIntlClientProvider messages={{ common, kiosks, kioskLaunch }}>
      <div className="mx-auto grid max-w-[52rem] gap-6 px-4 py-6 md:px-8">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <h1 className="text-title-2">{t('title')}</h1>
            <p className="mt-1 text-ink-2">
              {chosen
                ? [chosen.gym_name, chosen.name, chosen.location].filter(Boolean).join(' · ')
                : t('choose')}
            </p>
          </div>
          <PrintButton />
        </div>
        {slug && !page.chosen && <p>{t('unknown')}</p>}
        {!chosen && page.kiosks.length === 0 && <p className="text-ink-2">{t('none')}</p>}
        {(!chosen || page.kiosks.length > 1) && <Choice kiosks={page.kiosks} current={chosen?.slug} />}
        {chosen && (
          <LaunchSheet
            place={{ origin, address: `${origin}/kiosk/${chosen.slug}` }}
            code={
              can(actor, 'kiosks.pair', { gymId: chosen.gym_id }) ? (
                <CodeButton kiosk={chosen} />
              ) : (
                <p className="text-ink-2 print:hidden">{t('code.manager')}</p>
              )
            }
          />
        )}
      </div>
    </NextIntlClientProvider>
  );
}

/** The gym's only kiosk needs no choice. */
function onlyOne({ kiosks }: LaunchPage, slug: string | null, gym: { id: string; name: string }) {
  const [first, second] = kiosks;
  return first && !second && !slug ? { ...first, gym_id: gym.id, gym_name: gym.name } : null;
}

async function Choice({ kiosks, current }: { kiosks: LaunchPage['kiosks']; current: string | undefined }) {
  const t = await getTranslations('kioskLaunch');
  return (
    <nav aria-label={t('choose')} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {kiosks.map((kiosk) => (
          <li key={kiosk.id}>
            <Link
              href={`/dashboard/kiosks/setup?kiosk=${kiosk.slug}`}
              aria-current={kiosk.slug === current ? 'page' : undefined}
              className="flex h-8 items-center rounded-md border border-line px-3 hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium max-md:h-11"
            >
              {kiosk.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
