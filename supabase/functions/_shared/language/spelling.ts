import type { Language } from './intents.ts';
import { editDistance, soundKey, squeeze } from './normalise.ts';

/** Turns a written word into the words that were meant. */
export type Speller = (word: string) => string[];

const MEMORY = 4_000;

/**
 * Reads shorthand first, then known words, then words with stretched letters, then words that sound the same, then
 * the nearest known word (one slip from five letters on, two from nine). What nobody knows stays as it is.
 */
export function createSpeller(
  language: Language,
  known: ReadonlySet<string>,
  shorthand: ReadonlyMap<string, string[]>,
): Speller {
  const bySound = new Map<string, string>();
  const byLength = new Map<number, string[]>();
  for (const word of known) {
    if (word.length >= 3) {
      const key = soundKey(word, language);
      if (!bySound.has(key)) bySound.set(key, word);
    }
    if (word.length >= 4) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  }
  const memory = new Map<string, string[]>();

  function nearest(word: string): string | undefined {
    const most = word.length >= 9 ? 2 : 1;
    let best: string | undefined;
    let least = most + 1;
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      for (const candidate of byLength.get(length) ?? []) {
        if (candidate[0] !== word[0] && candidate[1] !== word[1]) continue;
        const distance = editDistance(word, candidate, least - 1);
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
    }
    return best;
  }

  function read(word: string): string[] {
    const short = shorthand.get(word);
    if (short) return short;
    if (known.has(word) || word.length > 24) return [word];
    for (const most of [2, 1] as const) {
      const squeezed = squeeze(word, most);
      if (squeezed !== word && (known.has(squeezed) || shorthand.has(squeezed))) {
        return shorthand.get(squeezed) ?? [squeezed];
      }
    }
    const alike = word.length >= 3 ? bySound.get(soundKey(word, language)) : undefined;
    if (alike) return [alike];
    const near = word.length >= 5 ? nearest(word) : undefined;
    return [near ?? word];
  }

  return (word) => {
    const remembered = memory.get(word);
    if (remembered) return remembered;
    const meant = read(word);
    if (memory.size >= MEMORY) memory.clear();
    memory.set(word, meant);
    return meant;
  };
}
