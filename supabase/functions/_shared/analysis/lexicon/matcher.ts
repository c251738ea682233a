import { editDistance, squeeze } from '../../language/normalise.ts';

type Phrase<T> = { words: readonly string[]; value: T };
/** A term that begins at a word; `length` counts the words that it covers. */
export type Match<T> = { value: T; length: number };
export type Matcher<T> = (words: readonly string[], at: number) => Match<T> | null;

const GAP = '…';
const LEAST_LETTERS_TO_MISSPELL = 7;

function fits(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** Words that the rest of a phrase covers from `at` on, or null; a gap takes up to two. */
function covers(words: readonly string[], at: number, pattern: readonly string[]): number | null {
  const [next, ...rest] = pattern;
  if (next === undefined) return 0;
  if (next === GAP) {
    for (const skipped of [0, 1, 2]) {
      const covered = covers(words, at + skipped, rest);
      if (covered !== null) return skipped + covered;
    }
    return null;
  }
  if (!fits(words[at], next)) return null;
  const covered = covers(words, at + 1, rest);
  return covered === null ? null : 1 + covered;
}

/** One letter wrong in a long word, its first letter right. */
function isMisspelt(word: string, pattern: string): boolean {
  const stem = pattern.endsWith('*') ? pattern.slice(0, -1) : pattern;
  if (word.length < LEAST_LETTERS_TO_MISSPELL || stem.length < LEAST_LETTERS_TO_MISSPELL) return false;
  if (word[0] !== stem[0]) return false;
  if (stem === pattern) return editDistance(word, stem, 1) <= 1;
  return [-1, 0, 1].some((more) => editDistance(word.slice(0, stem.length + more), stem, 1) <= 1);
}

/** The ways in which a shouted word may be meant: "nuuul" is "nul", "superrr" is "super". */
function spellings(word: string): string[] {
  return /(.)\1\1/.test(word) ? [word, squeeze(word, 2), squeeze(word, 1)] : [word];
}

/**
 * Reads terms ("resili* | pas mal") into a function that finds the longest one at a word, exact words before misspelt
 * ones. Of two terms of one length the first listed wins.
 */
export function createMatcher<T>(terms: readonly (readonly [value: T, terms: string])[]): Matcher<T> {
  const byLetter = new Map<string, Phrase<T>[]>();
  for (const [value, list] of terms) {
    for (const term of list.split('|')) {
      const words = term.trim().split(/\s+/).filter(Boolean);
      const letter = words[0]?.[0];
      if (!letter) continue;
      const known = byLetter.get(letter);
      if (known) known.push({ words, value });
      else byLetter.set(letter, [{ words, value }]);
    }
  }

  const exactly = (words: readonly string[], at: number): Match<T> | null => {
    let best: Match<T> | null = null;
    for (const { words: pattern, value } of byLetter.get(words[at]?.[0] ?? '') ?? []) {
      const length = covers(words, at, pattern);
      if (length !== null && (!best || length > best.length)) best = { value, length };
    }
    return best;
  };

  return (words, at) => {
    const word = words[at];
    if (!word) return null;
    for (const spelling of spellings(word)) {
      const found = exactly(spelling === word ? words : words.with(at, spelling), at);
      if (found) return found;
    }
    const misspelt = byLetter
      .get(word[0] ?? '')
      ?.find(({ words: pattern }) => pattern.length === 1 && isMisspelt(word, pattern[0] ?? ''));
    return misspelt ? { value: misspelt.value, length: 1 } : null;
  };
}
