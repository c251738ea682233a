import { createTranslator } from 'next-intl';
import type { Locale } from '../../lib/i18n/locale.ts';
import { loadMessages, type Messages } from '../../lib/i18n/messages.ts';

/** As next-intl's own, whose other entry point needs React's server build. */
export async function getTranslations<N extends keyof Messages>(of: { locale: Locale; namespace: N }) {
  return createTranslator({ ...of, messages: await loadMessages(of.locale) });
}
