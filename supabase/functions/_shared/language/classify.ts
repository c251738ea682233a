import { EXAMPLES } from './examples/index.ts';
import { sentencesOf } from './examples/types.ts';
import { type Reading, readWords, vectorOf } from './features.ts';
import { INTENTS, type Intent, LANGUAGES, type Language, WRITE_INTENTS } from './intents.ts';
import { en } from './lexicon/en.ts';
import { es } from './lexicon/es.ts';
import { fr } from './lexicon/fr.ts';
import { createMatcher, spellingsOf } from './lexicon/matcher.ts';
import type { Lexicon } from './lexicon/types.ts';
import { type Model, predict, train } from './model.ts';
import { tokenise } from './normalise.ts';
import { createSpeller } from './spelling.ts';

/** An intent with how sure the model is of it, 0…1. */
export type Guess = { intent: Intent; confidence: number };

/** What a sentence asks for; `confidence` and that of `runnerUp` are 0…1. */
export type Classification = Guess & { runnerUp: Guess };

type Classifier = { read(text: string): Reading; model: Model };

const NO_GUESS: Guess = { intent: 'unknown', confidence: 0 };

type Reader = (text: string) => Reading;

type LabelledReading = { label: number; reading: Reading };

type Corpus = { read: Reader; readings: LabelledReading[] };

const LEXICONS: Record<Language, Lexicon> = { fr, en, es };

/** Below this a guess is no answer. */
const LEAST = 0.2;
/** A write must be this sure, or this many times surer than the next guess; more so when that one is no write. */
const SURE_WRITE = 0.5;
const LEAD_OVER_WRITE = 1.25;
const LEAD_OVER_READ = 1.7;

const corpora = new Map<Language, Corpus>();
const ready = new Map<Language, Classifier>();

function corpusOf(language: Language): Corpus {
  const existing = corpora.get(language);
  if (existing) return existing;
  const lexicon = LEXICONS[language];
  const matcher = createMatcher(lexicon);
  const sentences = INTENTS.flatMap((intent, label) =>
    sentencesOf(EXAMPLES[language][intent]).map((text) => ({ label, written: tokenise(text, language) })),
  );
  const known = new Set(matcher.words);
  for (const { written } of sentences) for (const word of written) known.add(word);
  const speller = createSpeller(language, known, spellingsOf(lexicon));
  const corpus = {
    read: (text: string) => readWords(tokenise(text, language), speller, matcher),
    readings: sentences.map(({ label, written }) => ({
      label,
      reading: readWords(written, speller, matcher),
    })),
  };
  corpora.set(language, corpus);
  return corpus;
}

/** Trains on a language's own sentences and on what those of the other two are about, for concepts have no language. */
function build(language: Language): Classifier {
  const own = corpusOf(language);
  const others = new Map<string, LabelledReading>();
  for (const other of LANGUAGES.filter((name) => name !== language)) {
    for (const item of corpusOf(other).readings) {
      others.set(`${item.label} ${[...item.reading.concepts].join(' ')}`, item);
    }
  }
  const samples = [
    ...[...others.values()].map(({ label, reading }) => ({
      label,
      vector: vectorOf({ ...reading, words: [] }),
    })),
    ...own.readings.map(({ label, reading }) => ({ label, vector: vectorOf(reading) })),
  ];
  return { read: own.read, model: train(samples, INTENTS.length) };
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
  const chosen = choose(ranked);
  const runnerUp = ranked.find(({ intent }) => intent !== chosen.intent) ?? chosen;
  return { ...chosen, runnerUp };
}

/** The best guess that is sure enough for what it leads to; a doubtful write gives way to a likely read. */
function choose(ranked: readonly Guess[]): Guess {
  const [best = NO_GUESS, second = NO_GUESS] = ranked;
  const doubt = { intent: 'unknown', confidence: 1 - best.confidence } as const;
  if (best.intent === 'unknown') return best;
  if (best.confidence < LEAST) return doubt;
  if (!WRITE_INTENTS.has(best.intent) || best.confidence >= SURE_WRITE) return best;
  const secondWrites = WRITE_INTENTS.has(second.intent);
  const lead = secondWrites ? LEAD_OVER_WRITE : LEAD_OVER_READ;
  if (best.confidence >= second.confidence * lead) return best;
  return secondWrites || second.confidence < LEAST ? doubt : second;
}
