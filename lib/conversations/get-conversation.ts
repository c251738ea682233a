import 'server-only';
import { AppError } from '@/lib/errors';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type Transcript, transcriptSchema } from './schemas';

/** One conversation with what was said, or null when it is not there for this person; `events` is null for the team. */
export async function getConversation(db: UserClient, id: string): Promise<Transcript | null> {
  try {
    return await callRpc(db, 'get_conversation', { p_conversation_id: id }, transcriptSchema);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
