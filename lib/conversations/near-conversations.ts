import 'server-only';
import { z } from 'zod';
import { builtinModel, embedAs, hasProvider } from '@/lib/embeddings';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { ConversationFilter } from './filter';
import { type Conversation, conversationSchema } from './schemas';

const MOST = 8;
/** Faults of this search alone, which the rest of the page survives. */
const lost: ReadonlySet<string> = new Set(['backend_unavailable', 'too_slow', 'internal']);
const page = z.object({ rows: z.array(conversationSchema) });

async function vectorsOf(db: UserClient, gymId: string, search: string): Promise<Record<string, number[]>> {
  const models = hasProvider()
    ? await callRpc(db, 'embedding_models', { p_gym_id: gymId }, z.array(z.string()))
    : [builtinModel];
  const vectors = await Promise.all(
    models.map(async (model) => [model, await embedAs(model, search)] as const),
  );
  return Object.fromEntries(vectors.flatMap(([model, vector]) => (vector ? [[model, vector]] : [])));
}

/**
 * Conversations that come near the filter's search in meaning without holding its words, nearest first, at most
 * eight; none without a search. Null when they could not be looked for: the list by words stands without them.
 * For those who read transcripts; throws `forbidden`, `not_found`.
 */
export async function nearConversations(
  db: UserClient,
  gymId: string,
  { search, mood, topic, from, to }: ConversationFilter,
): Promise<Conversation[] | null> {
  if (!search) return [];
  try {
    const vectors = await vectorsOf(db, gymId, search);
    if (Object.keys(vectors).length === 0) return [];
    const args = {
      p_gym_id: gymId,
      p_search: search,
      p_vectors: vectors,
      p_mood: mood ?? null,
      p_topic: topic ?? null,
      p_from: from ?? null,
      p_to: to ?? null,
      p_limit: MOST,
    };
    return (await callRpc(db, 'search_conversations', args, page)).rows;
  } catch (error) {
    if (!(error instanceof AppError) || !lost.has(error.code)) throw error;
    log.warn({ err: error }, 'near conversations could not be looked for');
    return null;
  }
}
