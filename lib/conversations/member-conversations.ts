import 'server-only';
import type { UserClient } from '@/lib/supabase/server';
import { listConversations } from './list-conversations';
import type { Conversation } from './schemas';

const LATEST = 3;

/** The latest conversations of one member, at most three. */
export async function memberConversations(
  db: UserClient,
  gymId: string,
  member: { id: string; first_name: string; last_name: string },
): Promise<Conversation[]> {
  const search = `${member.first_name} ${member.last_name}`;
  const all = {
    search,
    mood: undefined,
    topic: undefined,
    from: undefined,
    to: undefined,
    cursor: undefined,
  };
  const page = await listConversations(db, gymId, all, 20);
  return page.rows.filter((row) => row.member?.id === member.id).slice(0, LATEST);
}
