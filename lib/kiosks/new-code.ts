import { randomInt } from 'node:crypto';

/** No letter or digit that can be taken for another when read aloud or off a screen: no I, L, O, 0, 1. */
export const codeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A fresh pairing code of 6 characters (rule K1), each drawn evenly. */
export function newCode(): string {
  return Array.from({ length: 6 }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
}
