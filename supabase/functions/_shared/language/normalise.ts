import type { Language } from './intents.ts';

/** What is read of one message; the rest carries no intent and would cost time. */
export const MAX_CHARACTERS = 1_200;
const MAX_TOKENS = 120;

/** Stands for any time of day, any other number. */
export const TIME_TOKEN = 'hhmm';
export const NUMBER_TOKEN = 'nnn';

const TIME =
  /\b\d{1,2} ?[h:.] ?\d{2}\b|\b\d{1,2} ?(?:heures?|horas?|hours?|hrs?|h|am|pm|a\.m\.?|p\.m\.?|o ?clock)(?![a-z])/g;

/** Lower case, accents and compatibility forms folded, invisible characters gone, at most MAX_CHARACTERS. */
export function fold(text: string): string {
  return text
    .slice(0, MAX_CHARACTERS)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/\p{Cc}/gu, ' ');
}

/**
 * Words of a message: folded, elisions apart ("j'ai" → "j ai"), English contractions closed ("don't" → "dont"),
 * times and numbers as one token each. Spelling is left as it is.
 */
export function tokenise(text: string, language: Language): string[] {
  const folded = fold(text).replace(TIME, ` ${TIME_TOKEN} `);
  const apart = language === 'en' ? folded.replace(/'/g, '') : folded.replace(/'/g, ' ');
  const words = apart.match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, MAX_TOKENS).map((word) => (/^\d+$/.test(word) ? NUMBER_TOKEN : word));
}

/** "merciiii" → "mercii" or, with `most` 1, "merci": letters that repeat are a shout, not a spelling. */
export function squeeze(word: string, most: 1 | 2): string {
  return word.replace(/([a-z])\1{1,}/g, (run: string, letter: string) =>
    run.length > most ? letter.repeat(most) : run,
  );
}

/** Words that sound alike share a key ("kel" and "quel", "ora" and "hora", "resa" and "reza"). */
export function soundKey(word: string, language: Language): string {
  let key = word;
  if (language === 'fr') {
    key = key
      .replace(/eaux?$|aux?$|eau/g, 'o')
      .replace(/(?:er|ez|ai[ts]?|ee?s?|et)$/, 'e')
      .replace(/qu|c(?=[aou]|$)|k/g, 'k')
      .replace(/ph/g, 'f')
      .replace(/ss|c(?=[eiy])|z/g, 's')
      .replace(/en|em|an|am/g, 'an')
      .replace(/y/g, 'i')
      .replace(/h/g, '')
      .replace(/[stxd]$/, '');
  } else if (language === 'es') {
    key = key
      .replace(/qu|c(?=[aou]|$)|k/g, 'k')
      .replace(/[zs]|c(?=[ei])/g, 's')
      .replace(/v/g, 'b')
      .replace(/ll|y(?=[aeiou])/g, 'i')
      .replace(/g(?=[ei])/g, 'j')
      .replace(/h/g, '')
      .replace(/w/g, 'u');
  } else {
    key = key
      .replace(/ght/g, 't')
      .replace(/ph/g, 'f')
      .replace(/ck|c(?=[aou]|$)|q/g, 'k')
      .replace(/wh/g, 'w')
      .replace(/ing?$/, 'in')
      .replace(/z/g, 's')
      .replace(/y/g, 'i');
  }
  return squeeze(key, 1);
}

/** Edit distance with swapped neighbours counted once, given up above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > most) return most + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}
