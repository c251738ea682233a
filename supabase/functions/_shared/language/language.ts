import { EXAMPLES } from './examples/index.ts';
import { sentencesOf } from './examples/types.ts';
import { INTENTS, LANGUAGES, type Language } from './intents.ts';
import { fold } from './normalise.ts';

/** Which of the three languages a text is in; `confidence` 0…1, about a third when nothing tells. */
export type Detection = { language: Language; confidence: number; words: number };

type Counts = Map<string, number>;
type Profile = { words: Record<Language, Counts>; totals: Record<Language, number> };

const LONGEST = 400;
const SMOOTHING = 0.5;
const PIECE_WEIGHT = 0.35;
const WORD_LIMIT = 3.5;

let profile: Profile | undefined;

function partsOf(text: string): { words: string[]; pieces: string[] } {
  const words = fold(text.slice(0, LONGEST)).match(/[a-z]+/g) ?? [];
  const pieces = words.flatMap((word) => {
    const edged = `<${word}>`;
    return Array.from({ length: Math.max(0, edged.length - 2) }, (_, at) => `#${edged.slice(at, at + 3)}`);
  });
  return { words, pieces };
}

function learn(): Profile {
  const words = { fr: new Map(), en: new Map(), es: new Map() } as Record<Language, Counts>;
  const totals = { fr: 0, en: 0, es: 0 } as Record<Language, number>;
  for (const language of LANGUAGES) {
    for (const intent of INTENTS) {
      for (const sentence of sentencesOf(EXAMPLES[language][intent])) {
        const parts = partsOf(sentence);
        for (const part of [...parts.words, ...parts.pieces]) {
          words[language].set(part, (words[language].get(part) ?? 0) + 1);
        }
        totals[language] += parts.words.length;
      }
    }
  }
  return { words, totals };
}

/** Guesses the language of a text from the words and letter groups of the example sentences. */
export function detectLanguage(text: string): Detection {
  profile ??= learn();
  const { words, totals } = profile;
  const parts = partsOf(text);
  const scores = { fr: 0, en: 0, es: 0 };
  const weigh = (part: string, weight: number, limit: number) => {
    const logs = LANGUAGES.map((language) =>
      Math.log(((words[language].get(part) ?? 0) + SMOOTHING) / (totals[language] + 1_000)),
    );
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    LANGUAGES.forEach((language, at) => {
      const lead = (logs[at] ?? 0) - mean;
      scores[language] += weight * Math.max(-limit, Math.min(limit, lead));
    });
  };
  for (const word of parts.words) weigh(word, 1, WORD_LIMIT);
  for (const piece of parts.pieces) weigh(piece, PIECE_WEIGHT, 2);
  const highest = Math.max(scores.fr, scores.en, scores.es);
  const powers = LANGUAGES.map((language) => Math.exp(scores[language] - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  const best = powers.indexOf(Math.max(...powers));
  return {
    language: LANGUAGES[best] ?? 'fr',
    confidence: (powers[best] ?? 0) / sum,
    words: parts.words.length,
  };
}
