import { CONCEPTS, type Concept, type Lexicon } from './types.ts';

type Term = { concept: Concept; words: string[] };

/** Finds the concepts of a lexicon in a list of words. */
export type Matcher = {
  /** Concepts that occur in the words, each once. */
  conceptsIn(words: readonly string[]): Set<Concept>;
  /** Words and word beginnings that the lexicon knows. */
  words: ReadonlySet<string>;
};

const SHORTEST_STEM = 2;

function parsePairs(block: string): Map<string, string[]> {
  const pairs = new Map<string, string[]>();
  for (const pair of block.split(',')) {
    const [written, meant] = pair.split('=');
    if (written && meant) pairs.set(written.trim(), meant.trim().split(' '));
  }
  return pairs;
}

/** Shorthand of a language as a map from the written word to the words that are meant. */
export function spellingsOf(lexicon: Lexicon): Map<string, string[]> {
  return parsePairs(lexicon.spellings);
}

function fits(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** Prepares a lexicon for matching. Terms are found by their first word, exact or by its beginning. */
export function createMatcher(lexicon: Lexicon): Matcher {
  const spellings = spellingsOf(lexicon);
  const byWord = new Map<string, Term[]>();
  const byStem = new Map<string, Term[]>();
  const words = new Set<string>();
  for (const concept of CONCEPTS) {
    for (const written of lexicon.concepts[concept].split(',')) {
      const term = written
        .trim()
        .split(' ')
        .flatMap((word) => spellings.get(word) ?? [word]);
      const first = term[0];
      if (first === undefined || first === '') continue;
      for (const word of term) if (!word.endsWith('*')) words.add(word);
      const stem = first.endsWith('*');
      const index = stem ? byStem : byWord;
      const key = stem ? first.slice(0, -1) : first;
      if (stem && key.length > 3) words.add(key);
      const list = index.get(key) ?? [];
      list.push({ concept, words: term });
      index.set(key, list);
    }
  }

  function candidates(word: string): Term[] {
    const found = [...(byWord.get(word) ?? [])];
    for (let length = SHORTEST_STEM; length <= word.length; length += 1) {
      const terms = byStem.get(word.slice(0, length));
      if (terms) found.push(...terms);
    }
    return found;
  }

  function conceptsIn(input: readonly string[]): Set<Concept> {
    const present = new Set<Concept>();
    input.forEach((word, position) => {
      for (const { concept, words: term } of candidates(word)) {
        if (
          !present.has(concept) &&
          term.every((pattern, offset) => fits(input[position + offset], pattern))
        ) {
          present.add(concept);
        }
      }
    });
    return present;
  }

  return { conceptsIn, words };
}
