import type { Locale } from './locale';
import { messages as fr } from './messages/fr';

export type Messages = typeof fr;

const catalogs: Record<Locale, () => Promise<Messages>> = {
  fr: async () => fr,
  en: async () => (await import('./messages/en')).messages,
  es: async () => (await import('./messages/es')).messages,
};

/** All messages of one language; keys are those of the French catalog. */
export function loadMessages(locale: Locale): Promise<Messages> {
  return catalogs[locale]();
}
