import { day, oneOf, param, type RawParams } from '@/lib/utils/search-params';
import { type Mood, moods } from './schemas';

export interface ConversationFilter {
  search: string | undefined;
  mood: Mood | undefined;
  topic: string | undefined;
  /** First and last day, `YYYY-MM-DD` on the gym's clock, both included. */
  from: string | undefined;
  to: string | undefined;
  cursor: string | undefined;
}

/** The list's state as the address holds it; what is not understood falls back to the plain list. */
export function conversationFilter(raw: RawParams): ConversationFilter {
  const topic = param(raw, 'topic');
  return {
    search: param(raw, 'search')?.slice(0, 100).toWellFormed(),
    mood: oneOf(raw, 'mood', moods, undefined),
    topic: topic && /^[a-z_]{2,40}$/.test(topic) ? topic : undefined,
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter. */
export function conversationQuery(filter: ConversationFilter): Record<string, string | undefined> {
  return { ...filter };
}
