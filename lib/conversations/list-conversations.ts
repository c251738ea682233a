import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { ConversationFilter } from './filter';
import { type Conversation, type ConversationList, conversationListSchema } from './schemas';

export const CONVERSATIONS_PER_PAGE = 40;

/** A page of a gym's conversations, newest first. The team gets topics and mood, never a summary (rule T6). */
export function listConversations(
  db: UserClient,
  gymId: string,
  filter: ConversationFilter,
  limit = CONVERSATIONS_PER_PAGE,
): Promise<ConversationList> {
  const args = {
    p_gym_id: gymId,
    p_search: filter.search ?? null,
    p_mood: filter.mood ?? null,
    p_topic: filter.topic ?? null,
    p_from: filter.from ?? null,
    p_to: filter.to ?? null,
    p_cursor: filter.cursor ?? null,
    p_limit: limit,
  };
  return callRpc(db, 'list_conversations', args, conversationListSchema);
}

/** All conversations of a filter, a page at a time. */
export async function* everyConversation(
  db: UserClient,
  gymId: string,
  filter: ConversationFilter,
): AsyncGenerator<Conversation[]> {
  let cursor: string | undefined;
  do {
    const page = await listConversations(db, gymId, { ...filter, cursor }, 100);
    yield page.rows;
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
}
