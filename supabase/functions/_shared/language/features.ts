import type { Matcher } from './lexicon/matcher.ts';
import type { Concept } from './lexicon/types.ts';
import type { Speller } from './spelling.ts';

/** Size of the hashed feature space; a power of two. */
export const BUCKETS = 1 << 14;

/** Hashed features of one sentence with their weights, scaled to length 1. */
export type Vector = { indices: Int32Array; weights: Float32Array };

const WEIGHTS = { word: 1, pair: 0.7, concept: 1.6, concepts: 0.6, piece: 0.4, length: 0.5 };

function bucket(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  return hash & (BUCKETS - 1);
}

/** Words as meant, the concepts among them, and the words as written. */
export type Reading = { written: string[]; words: string[]; concepts: Set<Concept> };

/** Reads the words of a sentence with a language's speller and lexicon. */
export function readWords(written: string[], speller: Speller, matcher: Matcher): Reading {
  const words = written.flatMap((word) => speller(word));
  return { written, words, concepts: matcher.conceptsIn(words) };
}

/** Words, neighbouring pairs, concepts, pairs of concepts, and pieces of words that survive typing errors. */
export function vectorOf(reading: Reading): Vector {
  const features = new Map<number, number>();
  const add = (feature: string, weight: number) => {
    const index = bucket(feature);
    features.set(index, Math.max(features.get(index) ?? 0, weight));
  };
  const { words } = reading;
  words.forEach((word, at) => {
    add(`w:${word}`, WEIGHTS.word);
    add(`b:${words[at - 1] ?? '^'} ${word}`, WEIGHTS.pair);
    if (word.length > 5) add(`p:${word.slice(0, 5)}`, WEIGHTS.word * 0.6);
    const edged = `<${word}>`;
    for (let start = 0; start + 4 <= edged.length; start += 1) {
      add(`c:${edged.slice(start, start + 4)}`, WEIGHTS.piece);
    }
  });
  const concepts = [...reading.concepts].sort();
  concepts.forEach((concept, at) => {
    add(`k:${concept}`, WEIGHTS.concept);
    for (const other of concepts.slice(at + 1)) add(`kk:${concept}+${other}`, WEIGHTS.concepts);
  });
  add(`l:${words.length < 2 ? 1 : words.length < 4 ? 3 : words.length < 8 ? 7 : 9}`, WEIGHTS.length);
  let square = 0;
  for (const weight of features.values()) square += weight * weight;
  const scale = 1 / Math.sqrt(square || 1);
  return {
    indices: Int32Array.from(features.keys()),
    weights: Float32Array.from([...features.values()].map((weight) => weight * scale)),
  };
}
