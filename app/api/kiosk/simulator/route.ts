import { env } from '@/lib/env';
import { withKiosk } from '@/lib/http/with-kiosk';
import { listSimulatorBadges } from '@/lib/kiosks/list-simulator-badges';

/** Badges to try a kiosk with; in a demonstration, or where the kiosk's setting opens the simulator. */
export const GET = withKiosk(async ({ actor }) =>
  Response.json({ badges: await listSimulatorBadges(actor, env().JARVIS_DEMO) }),
);
