import { classify } from '../language/classify.ts';
import type { Intent } from '../language/intents.ts';
import { type Emotion, emotionOf } from './emotion.ts';
import { scoreConversation } from './sentiment.ts';
import { hear, type Spoken } from './text.ts';
import type { Topic } from './topic-codes.ts';
import { topicsOf } from './topics.ts';
import type { Conversation } from './types.ts';

/** What the tools did for the member. */
export type Deed = 'booked' | 'requested' | 'cancelled' | 'reported' | 'noted' | 'called';

/** All that the summary and the actions are made from. */
export type Facts = {
  messages: Spoken[];
  intents: Intent[];
  topics: Topic[];
  deeds: Deed[];
  score: number;
  emotion: Emotion;
};

const DEEDS: Record<string, Deed> = {
  booked: 'booked',
  requested: 'requested',
  cancelled: 'cancelled',
  reported: 'reported',
  noted: 'noted',
  called: 'called',
  nobody_on_duty: 'called',
};
/** What was done tells what was wanted, however it was said. */
const WANTED: Record<Deed, Intent> = {
  booked: 'book_class',
  requested: 'book_class',
  cancelled: 'cancel_booking',
  reported: 'report_issue',
  noted: 'leave_feedback',
  called: 'call_staff',
};
const SMALL_TALK: ReadonlySet<Intent> = new Set<Intent>(['greet', 'goodbye', 'thanks', 'help', 'unknown']);

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Reads a transcript: what the member said and wanted, what was done, how it sounded. */
export function readFacts(conversation: Conversation): Facts {
  const { language, events } = conversation;
  const messages = events.flatMap(({ source, kind, text }) =>
    source === 'member' && kind === 'said' && text ? [hear(text, language)] : [],
  );
  const deeds = unique(
    events.flatMap(({ kind, payload }) => {
      const deed = kind === 'tool' && typeof payload.status === 'string' ? DEEDS[payload.status] : undefined;
      return deed ? [deed] : [];
    }),
  );
  const intents = unique([
    ...messages.map((said) => classify(said.text, said.language).intent),
    ...deeds.map((deed) => WANTED[deed]),
  ]);
  const score = scoreConversation(messages);
  const wanted = intents.filter((intent) => !SMALL_TALK.has(intent));
  return {
    messages,
    intents: wanted.length > 0 ? wanted : intents.filter((intent) => intent !== 'unknown'),
    topics: topicsOf(messages, wanted),
    deeds,
    score,
    emotion: emotionOf(messages, score),
  };
}
