import type { Language } from '../language/intents.ts';
import { createMatcher, type Matcher } from './lexicon/matcher.ts';
import { clausesOf, type Spoken } from './text.ts';

/** A closed list; read from words alone, never from a voice (rule P3). */
export const EMOTIONS = [
  'joy',
  'gratitude',
  'satisfaction',
  'neutral',
  'worry',
  'confusion',
  'sadness',
  'disappointment',
  'frustration',
  'anger',
] as const;
export type Emotion = (typeof EMOTIONS)[number];

type Cue = Extract<Emotion, 'gratitude' | 'worry' | 'confusion' | 'sadness' | 'disappointment'>;

const CUES: Record<Language, readonly (readonly [Cue, string])[]> = {
  fr: [
    [
      'disappointment',
      'decu* | decevant* | deception | dommage | attendais a mieux | esperais mieux | regrett* | bof',
    ],
    ['worry', 'inquiet* | inquiete* | peur | crains | angoiss* | stress*'],
    ['sadness', 'triste* | deprim* | moral | pleur* | seul* | demotiv* | decourag*'],
    [
      'confusion',
      'comprends … pas | comprend … rien | perdue … ici | sais pas | pas clair* | c est quoi | quoi faire',
    ],
    ['gratitude', 'merci | remerci* | reconnaissan*'],
  ],
  en: [
    [
      'disappointment',
      'disappoint* | let down | letdown | shame | pity | expected better | underwhelm* | regret*',
    ],
    ['worry', 'worried | worry* | afraid | scared | anxious | nervous'],
    ['sadness', 'sad | depress* | lonely | cry* | demotivated | discouraged'],
    ['confusion', 'dont understand | dont get it | confus* | not sure | unclear | no idea'],
    ['gratitude', 'thank | thanks | thx | grateful | appreciate*'],
  ],
  es: [
    ['disappointment', 'decepcion* | esperaba mas | esperaba algo mejor | esperaba mejor | pena | lastima'],
    ['worry', 'preocup* | miedo | agobi* | nervios*'],
    ['sadness', 'triste* | deprim* | llor* | desanim* | desmotiv*'],
    ['confusion', 'no entiendo | no comprendo | no se | confus* | lioso | no me aclaro'],
    ['gratitude', 'gracias | agradec* | agradezco'],
  ],
};

const matchers = new Map<Language, Matcher<Cue>>();

function cuesIn(messages: readonly Spoken[]): Set<Cue> {
  const found = new Set<Cue>();
  for (const { text, language } of messages) {
    const matcher = matchers.get(language) ?? createMatcher<Cue>(CUES[language]);
    matchers.set(language, matcher);
    for (const words of clausesOf(text, language)) {
      for (let at = 0; at < words.length; at += 1) {
        const cue = matcher(words, at)?.value;
        if (cue) found.add(cue);
      }
    }
  }
  return found;
}

/** The emotion that prevails, from the words and the conversation's score (-1…1). */
export function emotionOf(messages: readonly Spoken[], score: number): Emotion {
  const cues = cuesIn(messages);
  if (score <= -0.65) return 'anger';
  if (score < 0 && cues.has('disappointment')) return 'disappointment';
  if (score <= -0.3) return 'frustration';
  if (cues.has('worry')) return 'worry';
  if (cues.has('sadness')) return 'sadness';
  if (score < 0 && cues.has('confusion')) return 'confusion';
  if (score >= 0.6) return 'joy';
  if (score >= 0.2 && cues.has('gratitude')) return 'gratitude';
  if (score >= 0.3) return 'satisfaction';
  if (cues.has('confusion')) return 'confusion';
  return 'neutral';
}
