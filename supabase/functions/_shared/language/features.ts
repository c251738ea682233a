import type { Matcher } from './lexicon/matcher.ts';
import type { Concept } from './lexicon/types.ts';
import type { Speller } from './spelling.ts';

/** Size of the hashed feature space; a power of two. */
export const BUCKETS = 1 << 14;

/** Hashed features of one sentence with their weights, scaled to length 1. */
export type Vector = { indices: Int32Array; weights: Float32Array };

const WEIGHTS = { word: 1, pair: 0.7, beginning: 0.6, concept: 1.6, concepts: 0.6, piece: 0.4, length: 0.5 };
const STEM = 5;
const PIECE_LENGTH = 4;
/** Words of a short, a plain and a long sentence. */
const LENGTHS = [1, 3, 7];

/** Kinds of features; the number sets apart features that share their letters. */
const WORD = 1;
const PAIR = 2;
const BEGINNING = 3;
const PIECE = 4;
const CONCEPT = 5;
const CONCEPTS = 6;
const LENGTH = 7;

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const GAP = 32;

function mix(hash: number, text: string, from = 0, to = text.length): number {
  let mixed = hash;
  for (let at = from; at < to; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), PRIME);
  return mixed;
}

function start(kind: number): number {
  return Math.imul(SEED ^ kind, PRIME);
}

function bucket(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

/** Words as meant, the concepts among them, and the words as written. */
export type Reading = { written: string[]; words: string[]; concepts: Set<Concept> };

/** Reads the words of a sentence with a language's speller and lexicon. */
export function readWords(written: string[], speller: Speller, matcher: Matcher): Reading {
  const words = written.flatMap((word) => speller(word));
  return { written, words, concepts: matcher.conceptsIn(words) };
}

/** Words, neighbouring pairs, concepts, pairs of concepts, and pieces of words that survive typing errors. */
export function vectorOf({ words, concepts: found }: Reading): Vector {
  const features = new Map<number, number>();
  const add = (hash: number, weight: number) => {
    const index = bucket(hash);
    if ((features.get(index) ?? 0) < weight) features.set(index, weight);
  };
  words.forEach((word, at) => {
    add(mix(start(WORD), word), WEIGHTS.word);
    add(mix(mix(start(PAIR), words[at - 1] ?? '^') ^ GAP, word), WEIGHTS.pair);
    if (word.length > STEM) add(mix(start(BEGINNING), word, 0, STEM), WEIGHTS.beginning);
    const edged = `<${word}>`;
    for (let from = 0; from + PIECE_LENGTH <= edged.length; from += 1) {
      add(mix(start(PIECE), edged, from, from + PIECE_LENGTH), WEIGHTS.piece);
    }
  });
  const concepts = [...found].sort();
  concepts.forEach((concept, at) => {
    add(mix(start(CONCEPT), concept), WEIGHTS.concept);
    for (let next = at + 1; next < concepts.length; next += 1) {
      add(mix(mix(start(CONCEPTS), concept) ^ GAP, concepts[next] ?? ''), WEIGHTS.concepts);
    }
  });
  const length = LENGTHS.findIndex((most) => words.length <= most);
  add(mix(start(LENGTH), String(length)), WEIGHTS.length);
  let square = 0;
  for (const weight of features.values()) square += weight * weight;
  const scale = 1 / Math.sqrt(square || 1);
  const weights = new Float32Array(features.size);
  let at = 0;
  for (const weight of features.values()) {
    weights[at] = weight * scale;
    at += 1;
  }
  return { indices: Int32Array.from(features.keys()), weights };
}
