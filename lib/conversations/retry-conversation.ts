import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';

/** Puts a failed analysis back into the queue. */
export async function retryConversation(db: UserClient, id: string): Promise<void> {
  await callRpc(db, 'retry_conversation', { p_session_id: id }, z.unknown());
}
