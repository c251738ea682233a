import type { Locale } from '@/lib/i18n/locale';

export type Layer = 'letters' | 'accents' | 'digits';

const azerty = ['azertyuiop', 'qsdfghjklm', '’wxcvbn,?'];
const qwerty = ['qwertyuiop', 'asdfghjkl’', 'zxcvbnm,?'];
const spanish = ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm,?'];

const letters: Record<Locale, string[]> = { fr: azerty, en: qwerty, es: spanish };
const accents: Record<Locale, string[]> = {
  fr: ['éèêëàâäùûü', 'îïôöçœæÿñ«', '’-.;:!?»°'],
  en: ['éèêëàâäùûü', 'îïôöçñáíóú', '’-.;:!?“”'],
  es: ['áéíóúüñçàè', 'ìòùâêîôû¿¡', '’-.;:!?«»'],
};
const digits = ['1234567890', '-/:;()€&@"', '.,?!’+=%#'];

/** Three rows of signs; the last row is one shorter, the key that erases takes that place. */
export function rowsOf(language: Locale, layer: Layer): string[][] {
  const rows = layer === 'digits' ? digits : (layer === 'accents' ? accents : letters)[language];
  return rows.map((row) => [...row]);
}

/** The text after a key, at most `limit` signs. */
export function press(text: string, key: string, limit: number): string {
  return key === 'erase' ? [...text].slice(0, -1).join('') : (text + key).slice(0, limit);
}
