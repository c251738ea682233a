import { z } from 'zod';
import { retryConversation } from '@/lib/conversations';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

const nothing = z.object({});

/** Puts a failed analysis back into the queue. */
export const POST = withUser<typeof nothing, { id: string }>(
  async ({ db, params }) => {
    await retryConversation(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'conversations.retry', body: nothing },
);
