import { describe, expect, it } from 'vitest';
import { typeset } from '@/lib/utils/typography';

describe('typeset', () => {
  it.each([
    ['Déjà fait ; et après ?', 'Déjà fait\u202f; et après\u202f?'],
    ['6% de mieux', '6\u202f% de mieux'],
    ['À dire : oui', 'À dire\u00a0: oui'],
    ['« Salle du haut »', '«\u00a0Salle du haut\u00a0»'],
    ['«Salle»', '«\u00a0Salle\u00a0»'],
    ['4,13 €', '4,13\u202f€'],
  ])('sets %s', (plain, set) => {
    expect(typeset(plain, 'fr')).toBe(set);
  });

  it('changes nothing that is set already, and no address or hour', () => {
    for (const text of [
      'Déjà\u202f; fait\u00a0: «\u00a0oui\u00a0»',
      'https://jarvis.example/?a=1;b',
      '08:02',
    ])
      expect(typeset(text, 'fr')).toBe(text);
  });

  it('leaves the other languages alone', () => {
    expect(typeset('Done ; yes : no', 'en')).toBe('Done ; yes : no');
  });
});
