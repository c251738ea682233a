import { EXAMPLES } from './examples/index.ts';
import { sentencesOf } from './examples/types.ts';
import { type Reading, readWords, vectorOf } from './features.ts';
import { INTENTS, type Intent, type Language, WRITE_INTENTS } from './intents.ts';
import { en } from './lexicon/en.ts';
import { es } from './lexicon/es.ts';
import { fr } from './lexicon/fr.ts';
import { createMatcher, spellingsOf } from './lexicon/matcher.ts';
import type { Lexicon } from './lexicon/types.ts';
import { type Model, predict, train } from './model.ts';
import { tokenise } from './normalise.ts';
import { createSpeller } from './spelling.ts';

/** What a sentence asks for; `confidence` and that of `runnerUp` are 0…1. */
export type Classification = {
  intent: Intent;
  confidence: number;
  runnerUp: { intent: Intent; confidence: number };
};

type Classifier = { read(text: string): Reading; model: Model };

const LEXICONS: Record<Language, Lexicon> = { fr, en, es };

const LEAST = 0.3;
const LEAST_WRITE = 0.4;

const ready = new Map<Language, Classifier>();

function build(language: Language): Classifier {
  const lexicon = LEXICONS[language];
  const matcher = createMatcher(lexicon);
  const shorthand = spellingsOf(lexicon);
  const sentences = INTENTS.flatMap((intent, label) =>
    sentencesOf(EXAMPLES[language][intent]).map((text) => ({ label, written: tokenise(text, language) })),
  );
  const known = new Set(matcher.words);
  for (const { written } of sentences) for (const word of written) known.add(word);
  const speller = createSpeller(language, known, shorthand);
  const samples = sentences.map(({ label, written }) => ({
    label,
    vector: vectorOf(readWords(written, speller, matcher)),
  }));
  return {
    read: (text) => readWords(tokenise(text, language), speller, matcher),
    model: train(samples, INTENTS.length),
  };
}

/** The classifier of a language, trained from its examples when first asked for (some 50 ms). */
export function classifierOf(language: Language): Classifier {
  const existing = ready.get(language);
  if (existing) return existing;
  const built = build(language);
  ready.set(language, built);
  return built;
}

/** Tells the intent of a sentence in a known language. Doubt is `unknown`; a write needs more certainty. */
export function classify(text: string, language: Language): Classification {
  const classifier = classifierOf(language);
  const reading = classifier.read(text);
  if (reading.words.length === 0) {
    return { intent: 'unknown', confidence: 1, runnerUp: { intent: 'help', confidence: 0 } };
  }
  const probabilities = predict(classifier.model, vectorOf(reading));
  const ranked = INTENTS.map((intent, label) => ({ intent, confidence: probabilities[label] ?? 0 })).sort(
    (a, b) => b.confidence - a.confidence,
  );
  const [best, second] = ranked as [(typeof ranked)[number], (typeof ranked)[number]];
  const least = WRITE_INTENTS.has(best.intent) ? LEAST_WRITE : LEAST;
  if (best.intent !== 'unknown' && best.confidence < least) {
    return { intent: 'unknown', confidence: 1 - best.confidence, runnerUp: best };
  }
  return { ...best, runnerUp: second };
}
