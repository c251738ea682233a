import { actionsOf } from './actions.ts';
import { EMBEDDING_MODEL, embed } from './embed.ts';
import { readFacts } from './facts.ts';
import { summarise } from './summarise.ts';
import type { AnalysisProvider } from './types.ts';

/** Analyses without any service: lexicons, the intent classifier, an extractive summary and hashed n-grams. */
export const builtin: AnalysisProvider = {
  name: 'builtin',
  async analyse(conversation) {
    const facts = readFacts(conversation);
    const embedding = embed(facts.messages.map(({ text }) => text).join('\n'));
    return {
      provider: 'builtin',
      model: 'builtin-1',
      language: conversation.gymLocale,
      summary_text: summarise(facts, conversation.gymLocale),
      key_topics: facts.topics,
      sentiment_score: facts.score,
      emotion_detected: facts.emotion,
      intents_detected: facts.intents,
      action_items: actionsOf(facts),
      needs_review: false,
      embedding,
      embedding_model: embedding && EMBEDDING_MODEL,
    };
  },
};
