import { editDistance, fold } from './normalise.ts';

const GENERIC = new Set(
  'cours class clase de du la le les the el and et y a lesson session seance'.split(' '),
);

const SAME: [RegExp, string][] = [
  [/\b(?:spinning|spin|cycling|rpm|ciclo(?: indoor)?|biking|indoor cycling|velo)\b/g, 'cycling'],
  [/\b(?:boxing|boxeo|boxe|boxercise)\b/g, 'boxe'],
];

function wordsOf(text: string): string[] {
  let folded = fold(text).replace(/[^a-z0-9]+/g, ' ');
  for (const [pattern, one] of SAME) folded = folded.replace(pattern, one);
  return folded.split(' ').filter((word) => word !== '' && !GENERIC.has(word));
}

function close(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  const most = wanted.length >= 8 ? 2 : wanted.length >= 5 ? 1 : 0;
  return most > 0 && word.length >= 4 && editDistance(word, wanted, most) <= most;
}

/**
 * Names of a list that a text mentions, typing errors allowed, the fullest match first; only the best ones come back
 * ("body pump" is not "body combat").
 */
export function namesIn(text: string, names: readonly string[]): string[] {
  const words = wordsOf(text);
  const compact = words.join('');
  const scored = [...new Set(names)].map((name) => {
    const wanted = wordsOf(name);
    const joined = wanted.join('');
    if (joined.length >= 4 && (compact.includes(joined) || words.some((word) => close(word, joined)))) {
      return { name, share: 1, length: joined.length };
    }
    const found = wanted.filter((part) => words.some((word) => close(word, part)));
    return { name, share: wanted.length ? found.length / wanted.length : 0, length: found.join('').length };
  });
  const best = Math.max(0, ...scored.map(({ share }) => share));
  if (best < 0.34) return [];
  const top = scored.filter(({ share }) => share === best);
  const longest = Math.max(...top.map(({ length }) => length));
  return (best === 1 ? top.filter(({ length }) => length === longest) : top).map(({ name }) => name);
}

const ORDINALS: [RegExp, number][] = [
  [/\b(?:premiere?|1er|1ere|first|1st|primer[oa]?)\b/, 0],
  [/\b(?:deuxieme|2eme|2e|second[eo]?|2nd|segund[oa])\b/, 1],
  [/\b(?:troisieme|3eme|3e|third|3rd|tercer[oa]?)\b/, 2],
  [/\b(?:quatrieme|4eme|4e|fourth|4th|cuart[oa])\b/, 3],
  [/\b(?:derniere?|last|ultim[oa])\b/, -1],
];

/** The place in a list that a text names ("le deuxième", "the last one"): 0-based, or null. */
export function ordinalIn(text: string, length: number): number | null {
  const folded = fold(text);
  const found = ORDINALS.find(([pattern]) => pattern.test(folded));
  if (!found) return null;
  const at = found[1] < 0 ? length - 1 : found[1];
  return at < length ? at : null;
}
