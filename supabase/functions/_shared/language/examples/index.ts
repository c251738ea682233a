import type { Language } from '../intents.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Examples } from './types.ts';

/** Example sentences by language and intent. */
export const EXAMPLES: Record<Language, Examples> = { fr, en, es };
