import { describe, expect, it } from 'vitest';
import { press, rowsOf } from '@/components/kiosk/keyboard/layouts';
import { pairingRows } from '@/components/kiosk/setup/code-pad';
import { codeAlphabet } from '@/lib/kiosks/new-code';

const locales = ['fr', 'en', 'es'] as const;
const layers = ['letters', 'accents', 'digits'] as const;

describe('on-screen keyboard', () => {
  it('follows the language', () => {
    expect(rowsOf('fr', 'letters')[0]?.join('')).toBe('azertyuiop');
    expect(rowsOf('en', 'letters')[0]?.join('')).toBe('qwertyuiop');
    expect(rowsOf('es', 'letters')[1]).toContain('ñ');
  });

  it.each(locales.flatMap((locale) => layers.map((layer) => [locale, layer] as const)))(
    '%s %s has three rows of different keys, and room to erase in the last',
    (locale, layer) => {
      const rows = rowsOf(locale, layer);
      expect(rows.map((row) => row.length)).toEqual([10, 10, 9]);
      expect(new Set(rows.flat()).size).toBe(29);
    },
  );

  it.each(locales)('%s can write every letter, digit and accent of its language', (locale) => {
    const keys = layers.flatMap((layer) => rowsOf(locale, layer).flat()).join('');
    const needed = { fr: 'éèêëàâùûîïôçœæ’?', en: '’?', es: 'áéíóúüñ¿¡?' }[locale];
    for (const sign of `abcdefghijklmnopqrstuvwxyz0123456789${needed}`) expect(keys).toContain(sign);
  });

  it('types, erases whole signs and stops at the limit', () => {
    expect(press('yog', 'a', 500)).toBe('yoga');
    expect(press('caf\u{1F600}', 'erase', 500)).toBe('caf');
    expect(press('', 'erase', 500)).toBe('');
    expect(press('abc', 'd', 3)).toBe('abc');
  });
});

describe('pairing keys', () => {
  it('are exactly the signs of a code', () => {
    expect([...pairingRows.join('')].sort()).toEqual([...codeAlphabet].sort());
  });
});
