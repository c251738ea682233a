import type { Intent, Language } from '../language/intents.ts';
import type { Deed, Facts } from './facts.ts';
import { scoreMessage } from './sentiment.ts';
import { en } from './summary/en.ts';
import { es } from './summary/es.ts';
import { fr } from './summary/fr.ts';
import type { Phrases } from './summary/types.ts';
import { sentencesOf, type Spoken } from './text.ts';

/** Characters of a summary at most. */
export const LONGEST_SUMMARY = 280;
const LONGEST_QUOTE = 130;
const LEAST_QUOTED_WORDS = 4;

const languages: Record<Language, Phrases> = { fr, en, es };

/** A wish that was fulfilled is told once, as the deed. */
const FULFILS: Partial<Record<Intent, readonly Deed[]>> = {
  book_class: ['booked', 'requested'],
  cancel_booking: ['cancelled'],
  report_issue: ['reported'],
  leave_feedback: ['noted', 'reported'],
  call_staff: ['called'],
};

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:]+$/, '')}…`;
}

/** The sentence that tells most: the strongest feeling, else the longest; null when there are only a few words. */
function tellingSentence(messages: readonly Spoken[]): { text: string; mood: number } | null {
  const candidates = messages
    .flatMap(({ text, language }) => sentencesOf(text).map((sentence) => ({ text: sentence, language })))
    .map(({ text, language }) => ({ text: text.replace(/\s+/g, ' ').replace(/[.\s]+$/, ''), language }))
    .filter(({ text }) => text.split(' ').length >= LEAST_QUOTED_WORDS)
    .map(({ text, language }) => ({ text, mood: scoreMessage(text, language) }));
  const rank = ({ text, mood }: { text: string; mood: number }) =>
    (Math.abs(mood) >= 0.3 ? Math.abs(mood) * 1000 : 0) + Math.min(text.length, 200);
  return candidates.sort((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** Courtesy alone ("great, thanks") is no praise: that takes a sentence. */
function moodOf(score: number, telling: { mood: number } | null) {
  if (score <= -0.65) return 'angry';
  if (score <= -0.3) return 'unhappy';
  return score >= 0.3 && (telling?.mood ?? 0) >= 0.3 ? 'happy' : null;
}

/**
 * One to three short sentences in the gym's language: the mood and what it was about, what the member asked and what
 * was done, and their own most telling words in the language they were said in. At most 280 characters.
 */
export function summarise(facts: Facts, gymLocale: Language): string {
  const phrases = languages[gymLocale];
  if (facts.messages.length === 0) return phrases.silent;
  const telling = tellingSentence(facts.messages);
  const mood = moodOf(facts.score, telling);
  const about = facts.topics
    .slice(0, 2)
    .map((topic) => phrases.topics[topic])
    .join(phrases.and);
  const wishes = facts.intents
    .filter((intent) => !FULFILS[intent]?.some((deed) => facts.deeds.includes(deed)))
    .flatMap((intent) => phrases.asked[intent] ?? []);
  const clauses = [...wishes, ...facts.deeds.map((deed) => phrases.deeds[deed])].slice(0, 4);

  const sentences: string[] = [];
  if (mood) sentences.push(phrases.mood(mood, about || null));
  if (clauses.length > 0) sentences.push(phrases.did(clauses));
  else if (!mood && about) sentences.push(phrases.about(about));
  const told = sentences.join(' ') || (telling ? '' : phrases.brief);
  if (!telling) return shorten(told, LONGEST_SUMMARY);
  const room = Math.min(LONGEST_QUOTE, LONGEST_SUMMARY - told.length - 6);
  return shorten(
    [told, phrases.quote(shorten(telling.text, room))].filter(Boolean).join(' '),
    LONGEST_SUMMARY,
  );
}
