import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { classifierOf, classify } from '../../supabase/functions/_shared/language/classify.ts';
import { INTENTS, LANGUAGES } from '../../supabase/functions/_shared/language/intents.ts';
import { measure, readSentences } from '../eval/measure.ts';
import { quickest } from '../support/brain';

function load(name: string) {
  return readSentences(readFileSync(fileURLToPath(new URL(`../eval/${name}`, import.meta.url)), 'utf8'));
}

describe.each(['sentences.csv', 'sentences-second.csv', 'sentences-third.csv'])('the brain on %s', (file) => {
  const sentences = load(file);

  it.each(LANGUAGES)('tells at least 85 %% of %s apart', (language) => {
    expect(sentences.filter(({ lang }) => lang === language).length).toBeGreaterThanOrEqual(60);
    expect(measure(sentences).accuracy[language]).toBeGreaterThanOrEqual(0.85);
  });

  it.each(LANGUAGES)('leads at most 2 %% of %s to a wrong write', (language) => {
    const own = sentences.filter(({ lang }) => lang === language);
    expect(measure(own).wrong_writes).toBeLessThanOrEqual(0.02);
  });

  it('has every intent and the unknown', () => {
    expect(new Set(sentences.map(({ intent }) => intent))).toEqual(new Set(INTENTS));
  });
});

describe('the measure', () => {
  const header = 'lang,text,intent\n';

  it('reads quotes, a byte order mark and CRLF', () => {
    expect(readSentences('\uFEFFlang,text,intent\r\nfr,"salut, ""toi""",greet\r\n')).toEqual([
      { lang: 'fr', text: 'salut, "toi"', intent: 'greet' },
    ]);
  });

  it('takes the columns in any order', () => {
    expect(readSentences('intent,lang,text\ngreet,en,hi')[0]).toEqual({
      lang: 'en',
      text: 'hi',
      intent: 'greet',
    });
  });

  it.each([
    [`${header}de,hallo,greet`, 'line 2: lang is "de"'],
    [`${header}fr,salut,hello`, 'line 2: intent is "hello"'],
    [`${header}fr,salut, toi,greet`, 'line 2: 4 fields instead of 3'],
    [`${header}fr,salut,greet\nfr,"ouvert,greet`, 'line 3: a quote is opened and never closed'],
    [`${header}fr,salut,greet\nfr, ,greet`, 'line 3: text is empty'],
    ['lang,intent\nfr,greet', 'line 1: the column "text" is missing'],
    ['', 'the file is empty'],
  ])('names the wrong line of %j', (source, message) => {
    expect(() => readSentences(source)).toThrow(message);
  });

  it('counts confusions and wrong writes', () => {
    const result = measure([
      { lang: 'fr', text: 'annule mon cours', intent: 'goodbye' },
      { lang: 'fr', text: 'bonjour', intent: 'greet' },
    ]);
    expect(result).toEqual({
      sentences: 2,
      accuracy: { overall: 0.5, fr: 0.5 },
      wrong_writes: 0.5,
      confusions: [{ lang: 'fr', expected: 'goodbye', got: 'cancel_booking', count: 1 }],
    });
  });
});

describe('the cost of understanding', () => {
  const sentences = load('sentences-second.csv');

  it('is under 2 ms a sentence', async () => {
    for (const language of LANGUAGES) classifierOf(language);
    const all = await quickest(() => sentences.map(({ text, lang }) => classify(text, lang)));
    expect(all / sentences.length).toBeLessThan(2);
  });

  it.each([
    ['one letter', 'x'.repeat(10_000)],
    ['words', 'réserve yoga '.repeat(800)],
    ['unknown words', 'zqkx vbnw '.repeat(1_000)],
    ['stacked accents', 'z\u0351'.repeat(5_000)],
  ])('is under 20 ms for 10,000 characters of %s', async (_, long) => {
    expect(await quickest(() => classify(long, 'fr'))).toBeLessThan(20);
  });
});
