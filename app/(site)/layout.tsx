import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientSetup } from '@/components/common/client-setup';
import { env } from '@/lib/env';
import { fontClass } from '@/lib/fonts';
import { chosenTheme } from '@/lib/theme';
import '../globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: { default: 'JARVIS', template: '%s · JARVIS' }, description: t('description') };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

/** Root of landing page, sign-in and dashboard. Dynamic, because every page carries its own nonce. */
export default async function SiteLayout({ children }: { children: ReactNode }) {
  await connection();
  const { common, errors } = await getMessages();
  return (
    <html lang={await getLocale()} data-theme={await chosenTheme()} className={fontClass}>
      <body>
        <NextIntlClientProvider messages={{ common, errors }}>
          <ClientSetup dsn={env().SENTRY_DSN ?? null} />
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
