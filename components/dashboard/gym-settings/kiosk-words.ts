import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locale';
import { locales } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import type { ConsentPurpose } from '@/lib/gym-settings/limits';

export type Address = 'tu' | 'vous';

/** What a kiosk says by itself, in one language and one form of address. */
export interface KioskWords {
  attract: string;
  attractLead: string;
  closedTitle: string;
  closed: string;
  maintenanceTitle: string;
  maintenance: string;
  hello: string;
  greeting: string;
  welcome: string;
  consents: Record<ConsentPurpose, { question: string; text: string }>;
}

/** JARVIS's own words of the kiosk, for previews and defaults; `name` is greeted. */
export async function kioskWords(locale: Locale, address: Address, name: string): Promise<KioskWords> {
  const { kiosk } = await loadMessages(locale);
  const t = createTranslator({ locale, messages: { kiosk }, namespace: 'kiosk' });
  const consent = (purpose: ConsentPurpose) => ({
    question: t(`consent.${purpose}.question`, { address }),
    text: t(`consent.${purpose}.help`, { address }),
  });
  return {
    attract: t('attract.title', { address }),
    attractLead: t('attract.lead'),
    closedTitle: t('closed.title'),
    closed: t('closed.badge', { address }),
    maintenanceTitle: t('maintenance.title'),
    maintenance: t('maintenance.lead', { address }),
    hello: t('consent.hello', { name }),
    greeting: t('consent.lead', { address }),
    welcome: t('welcome.lead'),
    consents: {
      talk: consent('talk'),
      analyse: consent('analyse'),
      remember: consent('remember'),
      health: consent('health'),
    },
  };
}

/** The same in every language. */
export async function kioskWordsOfAll(address: Address, name: string): Promise<Record<Locale, KioskWords>> {
  const [fr, en, es] = await Promise.all(locales.map((locale) => kioskWords(locale, address, name)));
  if (!fr || !en || !es) throw new Error('a language of the kiosk is missing');
  return { fr, en, es };
}
