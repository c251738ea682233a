import { classify } from '../../supabase/functions/_shared/language/classify.ts';
import {
  type Intent,
  INTENTS,
  isIntent,
  isLanguage,
  LANGUAGES,
  type Language,
  WRITE_INTENTS,
} from '../../supabase/functions/_shared/language/intents.ts';
import { parseCsv } from './csv.ts';

export type Sentence = { lang: Language; text: string; intent: Intent };

export type Measure = {
  sentences: number;
  accuracy: Partial<Record<Language, number>> & { overall: number };
  wrong_writes: number;
  confusions: { lang: Language; expected: Intent; got: Intent; count: number }[];
};

/** Reads sentences from CSV with the columns lang, text and intent in any order. Errors name the line and the remedy. */
export function readSentences(source: string): Sentence[] {
  const [header, ...rows] = parseCsv(source);
  if (!header) throw new Error('the file is empty: the first line must be lang,text,intent');
  const names = header.fields.map((name) => name.trim().toLowerCase());
  const column = (name: string) => {
    const at = names.indexOf(name);
    if (at < 0)
      throw new Error(`line 1: the column "${name}" is missing: the first line must be lang,text,intent`);
    return at;
  };
  const [lang, text, intent] = [column('lang'), column('text'), column('intent')];
  if (rows.length === 0) throw new Error('the file has a header and no sentence');
  return rows.map(({ line, fields }) => {
    if (fields.length !== names.length) {
      throw new Error(
        `line ${line}: ${fields.length} fields instead of ${names.length}: put a text with commas in double quotes`,
      );
    }
    const language = (fields[lang] ?? '').trim().toLowerCase();
    const expected = (fields[intent] ?? '').trim();
    const sentence = fields[text] ?? '';
    if (!isLanguage(language))
      throw new Error(`line ${line}: lang is "${language}", not one of ${LANGUAGES.join(', ')}`);
    if (!isIntent(expected))
      throw new Error(`line ${line}: intent is "${expected}", not one of ${INTENTS.join(', ')}`);
    if (sentence.trim() === '') throw new Error(`line ${line}: text is empty`);
    return { lang: language, text: sentence, intent: expected };
  });
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

/** Classifies the sentences: shares are 0…1; a wrong write is a write intent told where another one was meant. */
export function measure(sentences: readonly Sentence[]): Measure {
  const confusions = new Map<string, Measure['confusions'][number]>();
  const right = new Map<Language, number>();
  let wrongWrites = 0;
  for (const { lang, text, intent: expected } of sentences) {
    const got = classify(text, lang).intent;
    if (got === expected) {
      right.set(lang, (right.get(lang) ?? 0) + 1);
      continue;
    }
    if (WRITE_INTENTS.has(got)) wrongWrites += 1;
    const key = `${lang} ${expected} ${got}`;
    const known = confusions.get(key) ?? { lang, expected, got, count: 0 };
    confusions.set(key, { ...known, count: known.count + 1 });
  }
  const accuracy: Measure['accuracy'] = {
    overall: share(
      [...right.values()].reduce((sum, count) => sum + count, 0),
      sentences.length,
    ),
  };
  for (const language of LANGUAGES) {
    const all = sentences.filter(({ lang }) => lang === language).length;
    if (all > 0) accuracy[language] = share(right.get(language) ?? 0, all);
  }
  return {
    sentences: sentences.length,
    accuracy,
    wrong_writes: share(wrongWrites, sentences.length),
    confusions: [...confusions.values()].sort((a, b) => b.count - a.count),
  };
}
