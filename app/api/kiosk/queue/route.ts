import { withKiosk } from '@/lib/http/with-kiosk';
import { replay } from '@/lib/kiosks/replay-schemas';
import { replayQueue } from '@/lib/kiosks/replay-queue';

/** What waited at a kiosk while it was without network. */
export const POST = withKiosk(async ({ actor, input }) => Response.json(await replayQueue(actor, input)), {
  body: replay,
});
