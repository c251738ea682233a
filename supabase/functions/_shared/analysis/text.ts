import { tokenise } from '../language/normalise.ts';
import type { Language } from '../language/intents.ts';

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
