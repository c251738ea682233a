import { fold } from '../language/normalise.ts';

/** As many as the column takes, which is what OpenAI's small model gives. */
export const DIMENSIONS = 1536;
/** Vectors of different models are never compared (rule A8). */
export const EMBEDDING_MODEL = 'builtin-1';

const SIZES = [3, 4, 5];
const WORD_WEIGHT = 2;

/** FNV-1a, 32 bits, unsigned. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

function add(vector: Float64Array, feature: string, weight: number): void {
  const code = hash(feature);
  const place = code % DIMENSIONS;
  vector[place] = (vector[place] ?? 0) + (code & 0x80000000 ? -weight : weight);
}

/** Words and their n-grams hashed into 1536 dimensions, of length 1; null for a text without a letter or digit. */
export function embed(text: string): number[] | null {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const vector = new Float64Array(DIMENSIONS);
  for (const word of words) {
    add(vector, `word:${word}`, WORD_WEIGHT);
    const padded = `<${word}>`;
    for (const size of SIZES) {
      for (let at = 0; at + size <= padded.length; at += 1) add(vector, padded.slice(at, at + size), 1);
    }
  }
  const length = Math.hypot(...vector);
  return length > 0 ? Array.from(vector, (value) => Number((value / length).toFixed(6))) : null;
}
