import { createTranslator } from 'next-intl';
import type { Locale } from '../../lib/i18n/locale.ts';
import { loadMessages, type Messages } from '../../lib/i18n/messages.ts';

/** The language of a request that does not say another. */
export const getLocale = async (): Promise<Locale> => 'fr';

/** As next-intl's own, whose other entry point needs React's server build. */
export async function getTranslations<N extends keyof Messages>(of: N | { locale: Locale; namespace: N }) {
  const asked = typeof of === 'string' ? { locale: await getLocale(), namespace: of } : of;
  return createTranslator({ ...asked, messages: await loadMessages(asked.locale) });
}
