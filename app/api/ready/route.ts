import { withAnyone } from '@/lib/http/with-anyone';
import { assertBackend } from '@/lib/supabase/assert-backend';

/** Whether this process can work: backend and database answer within 2 seconds; else a problem with status 503. */
export const GET = withAnyone(
  async () => {
    await assertBackend();
    return Response.json({ status: 'ready' });
  },
  { limit: 'probe' },
);
