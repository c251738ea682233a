import type { Intent, Language } from '../language/intents.ts';
import type { Topic } from './topic-codes.ts';
import type { Emotion } from './emotion.ts';

/** One line of a transcript, as `claim_conversations` gives it. */
export type TranscriptEvent = {
  source: 'member' | 'assistant' | 'system';
  kind: 'said' | 'tool' | 'consent';
  text: string | null;
  payload: Record<string, unknown>;
};

/** A conversation to analyse: what was said in `language`, to be summed up in `gymLocale`. */
export type Conversation = {
  language: Language;
  gymLocale: Language;
  memberPresent: boolean;
  events: readonly TranscriptEvent[];
};

/** A text as code and parameters, put into the reader's language when shown. */
export type Coded = { code: string; params: Record<string, string | number> };

/** What `finish_conversation` stores; scores from -1.00 to 1.00, the embedding of length 1 in 1536 dimensions. */
export type Analysis = {
  provider: 'openai' | 'builtin';
  model: string;
  language: Language;
  summary_text: string;
  key_topics: Topic[];
  sentiment_score: number;
  emotion_detected: Emotion;
  intents_detected: Intent[];
  action_items: Coded[];
  needs_review: boolean;
  embedding: number[] | null;
  embedding_model: string | null;
};

/** Whoever turns a transcript into an analysis. Throws when it cannot; the conversation is tried again later. */
export interface AnalysisProvider {
  readonly name: Analysis['provider'];
  analyse(conversation: Conversation): Promise<Analysis>;
}
