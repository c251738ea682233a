import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { KioskApp } from '@/components/kiosk/kiosk-app';
import { env } from '@/lib/env';
import { loadMessages } from '@/lib/i18n/messages';
import { kioskBuild } from '@/lib/kiosks/build';
import { tokenFrom } from '@/lib/kiosks/kiosk-cookie';

const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A kiosk's screen. Whether such a kiosk exists is only told to a device that is paired with it. */
export default async function KioskPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  if (!slugForm.test(slug) || slug.length > 60) notFound();
  const [{ kiosk: fr }, { kiosk: en }, { kiosk: es }] = await Promise.all([
    loadMessages('fr'),
    loadMessages('en'),
    loadMessages('es'),
  ]);
  return (
    <KioskApp
      slug={slug}
      version={kioskBuild()}
      isDemo={env().JARVIS_DEMO}
      isPaired={tokenFrom(await cookies()) !== null}
      language={await getLocale()}
      catalogs={{ fr: { kiosk: fr }, en: { kiosk: en }, es: { kiosk: es } }}
    />
  );
}
