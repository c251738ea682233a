'use client';

import { NextIntlClientProvider, useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import en from '@/lib/i18n/messages/en/kiosk-setup.json';
import es from '@/lib/i18n/messages/es/kiosk-setup.json';
import fr from '@/lib/i18n/messages/fr/kiosk-setup.json';
import { useSpeech } from '../parts/kiosk-text';

const catalogs = { fr, en, es };

/** The words for whoever sets a kiosk up; they come with these screens and not with the kiosk's first load. */
export function SetupWords({ children }: { children: ReactNode }) {
  const { language } = useSpeech();
  const messages = { ...useMessages(), kioskSetup: catalogs[language] };
  return (
    <NextIntlClientProvider locale={language} messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

export const useSetupText = () => useTranslations('kioskSetup');
