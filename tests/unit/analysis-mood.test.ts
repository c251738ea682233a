import { describe, expect, it, test } from 'vitest';
import { EMOTIONS, emotionOf } from '@/supabase/functions/_shared/analysis/emotion';
import { scoreConversation, scoreMessage } from '@/supabase/functions/_shared/analysis/sentiment';
import { en } from './moods/en';
import { es } from './moods/es';
import { fr } from './moods/fr';
import type { Mood } from './moods/types';

const said = (language: 'fr' | 'en' | 'es', ...texts: string[]) => texts.map((text) => ({ text, language }));

const languages = { fr, en, es } as const;
const sentences = (mood: Mood) =>
  (Object.keys(languages) as (keyof typeof languages)[]).flatMap((language) =>
    languages[language][mood].map((text) => [language, text] as const),
  );

describe.each(Object.entries(languages))('the set in %s', (_language, set) => {
  it('has at least 40 sentences, none twice', () => {
    const all = Object.values(set).flat();
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all).size).toBe(all.length);
  });
});

test.each(sentences('angry'))('%s, angry: %s', (language, text) => {
  expect(scoreConversation(said(language, text))).toBeLessThanOrEqual(-0.5);
});
test.each(sentences('unhappy'))('%s, unhappy: %s', (language, text) => {
  expect(scoreConversation(said(language, text))).toBeLessThan(-0.05);
});
test.each(sentences('neutral'))('%s, neutral: %s', (language, text) => {
  expect(Math.abs(scoreConversation(said(language, text)))).toBeLessThan(0.3);
});
test.each(sentences('happy'))('%s, happy: %s', (language, text) => {
  expect(scoreConversation(said(language, text))).toBeGreaterThanOrEqual(0.3);
});
test.each(sentences('calm'))('%s, calm: %s', (language, text) => {
  expect(scoreConversation(said(language, text))).toBeGreaterThan(-0.4);
});

describe('negation, emphasis, irony', () => {
  const less = (language: 'fr' | 'en' | 'es', a: string, b: string) =>
    expect(scoreMessage(a, language)).toBeLessThan(scoreMessage(b, language));

  it('turn a word round', () => {
    less('fr', 'c’est pas bien', 'c’est bien');
    less('fr', 'je n’aime pas ce cours', 'j’aime ce cours');
    less('en', 'this is not good', 'this is good');
    less('es', 'no es bueno', 'es bueno');
  });
  it('know what only sounds negative', () => {
    expect(scoreMessage('c’est pas mal', 'fr')).toBeGreaterThan(0);
    expect(scoreMessage('not bad', 'en')).toBeGreaterThan(0);
    expect(scoreMessage('no está mal', 'es')).toBeGreaterThan(0);
    expect(scoreMessage('c’est pas terrible', 'fr')).toBeLessThan(0);
  });
  it('weigh more or less', () => {
    less('fr', 'je suis très déçu', 'je suis déçu');
    less('fr', 'je suis déçu', 'je suis un peu déçu');
    less('en', 'TERRIBLE SERVICE HERE', 'terrible service here');
    less('es', 'muy sucio', 'un poco sucio');
  });
  it('hear irony beside outrage, and emphasis in an oath beside praise', () => {
    expect(scoreMessage('bravo, super, encore une panne, c’est honteux', 'fr')).toBeLessThanOrEqual(-0.5);
    expect(scoreMessage('this place is fucking brilliant', 'en')).toBeGreaterThan(0.3);
  });
});

describe('a conversation', () => {
  it('is not calmed down by the small words around an outburst', () => {
    const messages = [
      'bonjour',
      'c’est inadmissible, j’en ai marre',
      'oui',
      'merci',
      'ok super',
      'au revoir',
    ];
    expect(scoreConversation(said('fr', ...messages))).toBeLessThanOrEqual(-0.5);
  });
  it('has steps of 0.01 between -1 and 1, and 0 when nothing tells', () => {
    const screams = Array.from({ length: 50 }, () => 'nul honteux scandaleux inadmissible !!!');
    for (const messages of [screams, screams.map(() => 'super génial parfait top'), ['blabla', ''], []]) {
      const score = scoreConversation(said('fr', ...messages));
      expect(Math.abs(score)).toBeLessThanOrEqual(1);
      expect(score).toBe(Number(score.toFixed(2)));
      expect(Object.is(score, -0)).toBe(false);
    }
    expect(scoreConversation([])).toBe(0);
  });
  it('survives what is no language', () => {
    for (const text of [
      '😡😡😡',
      "'; drop table users; --",
      '<script>alert(1)</script>',
      'x'.repeat(10_000),
      '‮\u0000',
    ])
      expect(Math.abs(scoreConversation(said('fr', text)))).toBeLessThan(0.5);
  });
});

test('emotions come from a closed list', () => {
  expect(emotionOf(said('fr', 'je suis furieux'), -0.9)).toBe('anger');
  expect(emotionOf(said('fr', 'dommage, je suis déçue'), -0.4)).toBe('disappointment');
  expect(emotionOf(said('es', 'gracias, todo muy bien'), 0.4)).toBe('gratitude');
  expect(emotionOf(said('en', 'i am worried about the lift'), 0)).toBe('worry');
  expect(emotionOf(said('fr', 'oui'), 0)).toBe('neutral');
  for (const score of [-1, -0.5, 0, 0.5, 1]) expect(EMOTIONS).toContain(emotionOf(said('en', 'x'), score));
});
