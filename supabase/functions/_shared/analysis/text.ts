import type { Language } from '../language/intents.ts';
import { detectLanguage } from '../language/language.ts';
import { tokenise } from '../language/normalise.ts';

/** A message of the member and the language that it is in. */
export type Spoken = { text: string; language: Language };

const SURE = 0.995;
const FEWEST_WORDS = 3;

/** A message in the conversation's language, unless it is clearly in another of the three. */
export function hear(text: string, conversation: Language): Spoken {
  const { language, confidence, words } = detectLanguage(text);
  return { text, language: words >= FEWEST_WORDS && confidence >= SURE ? language : conversation };
}

/** Sentences of a message as written, without their outer blanks; a lone line counts as one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** Folded words of each clause: punctuation separates them. */
export function clausesOf(text: string, language: Language): string[][] {
  return text
    .split(/[.!?…;:,()\n]+/u)
    .map((clause) => tokenise(clause, language))
    .filter((words) => words.length > 0);
}
