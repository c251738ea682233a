import type { Language } from '../language/intents.ts';
import { en } from './lexicon/en.ts';
import { es } from './lexicon/es.ts';
import { fr } from './lexicon/fr.ts';
import { createMatcher, type Matcher } from './lexicon/matcher.ts';
import type { SentimentLexicon } from './lexicon/types.ts';
import { clausesOf, type Spoken } from './text.ts';

type Role =
  | { kind: 'term'; value: number }
  | { kind: 'swear' }
  | { kind: 'stronger' }
  | { kind: 'weaker' }
  | { kind: 'negator' }
  | { kind: 'turn' };

type Reader = { role: Matcher<Role>; isVerb: Matcher<true>; negates: Matcher<true> };

/** What a message weighs before it is brought to -1…1; a swear word alone is in neither sum. */
type Weight = { negative: number; positive: number; swearing: number };

const SWEAR = 2.4;
const STRONGER = 1.3;
const WEAKER = 0.55;
const REACH = 3;
/** Bends the sum: a single word of 3 gives 0.61, two of them 0.84. */
const BEND = 15;

const sources: Record<Language, SentimentLexicon> = { fr, en, es };
const readers = new Map<Language, Reader>();

function readerOf(language: Language): Reader {
  const known = readers.get(language);
  if (known) return known;
  const lexicon = sources[language];
  const reader: Reader = {
    role: createMatcher<Role>([
      ...lexicon.terms.map(([value, terms]) => [{ kind: 'term', value } as const, terms] as const),
      [{ kind: 'swear' }, lexicon.swearing],
      [{ kind: 'weaker' }, lexicon.weaker],
      [{ kind: 'negator' }, lexicon.negators],
      [{ kind: 'stronger' }, lexicon.stronger],
      [{ kind: 'turn' }, lexicon.turns],
    ]),
    isVerb: createMatcher([[true, lexicon.verbsBeforeNegator]]),
    negates: createMatcher([[true, lexicon.negators]]),
  };
  readers.set(language, reader);
  return reader;
}

/** Denied praise is blame; denied blame is hardly praise. */
const denied = (value: number) => (value > 0 ? -0.8 * value - 0.6 : -0.3 * value);

function weighClause(words: string[], reader: Reader, weight: Weight): void {
  let negatedUntil = -1;
  let factor = 1;
  let factorUntil = -1;
  for (let at = 0; at < words.length; ) {
    const match = reader.role(words, at);
    const length = match?.length ?? 1;
    const role = match?.value;
    if (role?.kind === 'turn') negatedUntil = factorUntil = -1;
    else if (role?.kind === 'negator') negatedUntil = at + length - 1 + REACH;
    else if (role?.kind === 'stronger' || role?.kind === 'weaker') {
      factor = role.kind === 'stronger' ? STRONGER : WEAKER;
      factorUntil = at + length - 1 + REACH;
    } else if (role?.kind === 'swear') weight.swearing += 1;
    else if (role?.kind === 'term') {
      const after = at + length;
      const verbIsDenied =
        reader.isVerb(words, at) && [after, after + 1].some((place) => reader.negates(words, place));
      const isDenied = negatedUntil >= at || verbIsDenied;
      const value = (isDenied ? denied(role.value) : role.value) * (factorUntil >= at ? factor : 1);
      if (value < 0) weight.negative -= value;
      else weight.positive += value;
      negatedUntil = -1;
    }
    at += length;
  }
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length > 8 &&
    letters.filter((letter) => letter !== letter.toLowerCase()).length > 0.6 * letters.length
  );
}

/** Mood of one message, -1…1. Outrage turns the praise beside it into irony; praise turns an oath into emphasis. */
export function scoreMessage(text: string, language: Language): number {
  const reader = readerOf(language);
  const weight: Weight = { negative: 0, positive: 0, swearing: 0 };
  for (const words of clausesOf(text, language)) weighClause(words, reader, weight);
  let { negative, positive } = weight;
  if (positive >= 2.5 && negative < 1) positive += weight.swearing * 0.5;
  else negative += Math.min(weight.swearing, 2) * SWEAR;
  if (negative >= 2.8) positive *= 0.2;
  let sum = positive - negative;
  if (isShouted(text)) sum *= 1.25;
  if (/!\s*!|\?\s*!|!\s*\?/.test(text)) sum *= 1.1;
  return sum / Math.sqrt(sum * sum + BEND);
}

/**
 * Mood of a conversation from the member's messages, -1.00…1.00 in steps of 0.01; 0 when nothing tells.
 * An outburst is not averaged away by the "yes" and "thanks" around it: only clear praise makes up for a part of it.
 */
export function scoreConversation(messages: readonly Spoken[]): number {
  const scores = messages.map(({ text, language }) => scoreMessage(text, language)).filter(Boolean);
  if (scores.length === 0) return 0;
  const worst = Math.min(...scores);
  const best = Math.max(...scores);
  const strength = scores.reduce((sum, score) => sum + Math.abs(score), 0);
  const score =
    worst <= -0.5
      ? worst + Math.max(0, best - 0.4) * 0.5
      : scores.reduce((sum, each) => sum + each * Math.abs(each), 0) / strength;
  return Math.round(score * 100) / 100 || 0;
}
