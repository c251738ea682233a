import type { Language } from '@/lib/auth/actor';
import type { Answers } from './draft-rules';

const zones: Record<Language, string> = { fr: 'Europe/Paris', en: 'Europe/London', es: 'Europe/Madrid' };
const isLanguage = (text: string | undefined): text is Language =>
  text === 'fr' || text === 'en' || text === 'es';

/** What was saved, with the best guess for what was not: languages and clock follow the customer's own language. */
export function startAnswers(saved: Partial<Record<string, string | null>>, reader: Language): Answers {
  const said = Object.fromEntries(
    Object.entries(saved).flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  );
  const language = isLanguage(said.language) ? said.language : reader;
  return {
    kind: 'franchise',
    language,
    plan: 'starter',
    owner_language: language,
    gym_language: language,
    timezone: zones[language],
    ...(said.city ? { gym_city: said.city } : {}),
    ...said,
  };
}
