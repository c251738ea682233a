import { z } from 'zod';
import { endSession } from '@/lib/auth/sign-out';
import { withAnyone } from '@/lib/http/with-anyone';
import { serverClient } from '@/lib/supabase/server';

/** Ends this browser's sign-in, or every one of the person, and clears its cookies; also when it had ended already. */
export const POST = withAnyone(
  async ({ input }) => {
    await endSession(await serverClient(), input.everywhere ? 'everywhere' : 'here');
    return new Response(null, { status: 204 });
  },
  { body: z.object({ everywhere: z.boolean().optional() }), limit: 'api', event: 'sign_out' },
);
