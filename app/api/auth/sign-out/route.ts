import { z } from 'zod';
import { withAnyone } from '@/lib/http/with-anyone';
import { serverClient } from '@/lib/supabase/server';

/** Ends this browser's sign-in and clears its cookies; also when it had ended already. */
export const POST = withAnyone(
  async () => {
    const db = await serverClient();
    await db.auth.signOut({ scope: 'local' });
    return new Response(null, { status: 204 });
  },
  { body: z.object({}) },
);
