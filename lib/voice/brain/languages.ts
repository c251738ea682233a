import { detectLanguage } from '../../../supabase/functions/_shared/language/language.ts';
import { fold } from '../../../supabase/functions/_shared/language/normalise.ts';
import type { Language } from './types.ts';

const SURE = 0.995;
const FEWEST_WORDS = 2;

const NAMED: [Language, RegExp][] = [
  [
    'fr',
    /^(?:(?:en|parle|parlez|speak|habla|in|je parle) )*(?:francais|french|frances)(?: please| svp| por favor| s il te plait| s il vous plait)?$/,
  ],
  [
    'en',
    /^(?:(?:en|parle|parlez|speak|habla|in|do you speak|can you speak) )*(?:anglais|english|ingles)(?: please| svp| por favor)?$/,
  ],
  [
    'es',
    /^(?:(?:en|parle|parlez|speak|habla|in|hablas|puedes hablar) )*(?:espagnol|spanish|espanol|castellano)(?: please| svp| por favor)?$/,
  ],
];

/** The language of a message: the current one unless the text is clearly in another of the three. */
export function chooseLanguage(text: string, current: Language): Language {
  const { language, confidence, words } = detectLanguage(text);
  return words >= FEWEST_WORDS && confidence >= SURE ? language : current;
}

/** The language that a message asks for ("in English please"), or null. */
export function namesLanguage(text: string): Language | null {
  const folded = fold(text)
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return NAMED.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
