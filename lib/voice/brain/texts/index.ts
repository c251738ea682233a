import type { Address, Language } from '../types.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Texts } from './types.ts';

const MAKERS: Record<Language, (address: Address) => Texts> = { fr, en, es };

/** The brain's sentences in a language and form of address. */
export function textsFor(language: Language, address: Address): Texts {
  return MAKERS[language](address);
}
