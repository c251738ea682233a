import { conversationCsv } from '@/components/dashboard/conversations/conversation-csv';
import { can } from '@/lib/auth/permissions';
import { conversationFilter, everyConversation } from '@/lib/conversations';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';

/** The conversations of a filter as CSV; summaries only for roles that read what was said (rule T6). */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const gym = gymFor(actor, request.nextUrl.searchParams.get('gym'));
    const filter = conversationFilter(Object.fromEntries(request.nextUrl.searchParams));
    const summaries = can(actor, 'conversations.transcript', { gymId: gym.id });
    return conversationCsv(everyConversation(db, gym.id, filter), gym.timezone, summaries);
  },
  { permission: 'conversations.read' },
);
