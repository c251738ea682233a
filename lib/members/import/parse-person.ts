/** DUPONT and dupont become Dupont, jean-paul Jean-Paul; what has both cases was written on purpose. */
export function properCase(name: string): string {
  if (name.length < 2 || (name !== name.toUpperCase() && name !== name.toLowerCase())) return name;
  return name
    .toLowerCase()
    .replaceAll(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

const isShouted = (word: string) =>
  word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();

/**
 * Parts a whole name: "Dupont, Jean" by the comma, "DUPONT Jean" by what is shouted, else by the order that the
 * header names; null when it has one word only.
 */
export function splitName(name: string, lastFirst: boolean): { first: string; last: string } | null {
  const [before, after] = name.split(',').map((part) => part.trim());
  if (before && after) return { first: after, last: before };
  const words = name.split(' ').filter(Boolean);
  if (words.length < 2) return null;
  const shouted = words.filter(isShouted);
  if (shouted.length > 0 && shouted.length < words.length)
    return { first: words.filter((word) => !isShouted(word)).join(' '), last: shouted.join(' ') };
  const [head, ...tail] = words as [string, ...string[]];
  if (!lastFirst) return { first: head, last: tail.join(' ') };
  return { first: words.at(-1)!, last: words.slice(0, -1).join(' ') };
}

/** A lower-case address, null for what cannot be one. */
export function readEmail(value: string): string | null {
  const email = value.replace(/^mailto:/i, '').toLowerCase();
  return email.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/.test(email) ? email : null;
}

/**
 * The first number of a cell, null when it cannot be dialled. Spreadsheets drop the 0 in front of French numbers:
 * it comes back where the gym is in a country that dials it.
 */
export function readPhone(value: string, dialsZero: boolean): string | null {
  const first = value.split(/[/;|]| ou | or /)[0]!.trim();
  const digits = first.replaceAll(/\D/g, '');
  if (/[^\d\s+().\-–]/.test(first) || digits.length < 6 || digits.length > 15) return null;
  return dialsZero && /^[1-9]\d{8}$/.test(first) ? `0${first}` : first;
}
