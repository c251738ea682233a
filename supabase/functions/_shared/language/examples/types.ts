import type { Intent } from '../intents.ts';

/** Example sentences of one language by intent; ` / ` or a line break stands between two sentences. */
export type Examples = Record<Intent, string>;

/** The sentences of one entry. */
export function sentencesOf(block: string): string[] {
  return block
    .split(/\n| \/ /)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
