import type { Viewport } from 'next';
import { connection } from 'next/server';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientSetup } from '@/components/common/client-setup';
import { env } from '@/lib/env';
import { fontClass } from '@/lib/fonts';
import '../globals.css';

export const metadata = { title: 'JARVIS', robots: { index: false }, manifest: '/kiosk.webmanifest' };

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: '#171412',
};

/** Root of the kiosk's screens: one dark theme, nothing of the dashboard. Dynamic, because every page carries its own nonce. */
export default async function KioskLayout({ children }: { children: ReactNode }) {
  await connection();
  const { common, errors } = await getMessages();
  return (
    <html lang={await getLocale()} data-theme="kiosk" className={fontClass}>
      <body>
        <NextIntlClientProvider messages={{ common, errors }}>
          <ClientSetup dsn={env().SENTRY_DSN ?? null} />
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
