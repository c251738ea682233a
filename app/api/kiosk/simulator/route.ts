import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { withKiosk } from '@/lib/http/with-kiosk';
import { listSimulatorBadges } from '@/lib/kiosks/list-simulator-badges';

/** Badges to try a demonstration with; exists in demonstrations only. */
export const GET = withKiosk(async ({ actor }) => {
  if (!env().JARVIS_DEMO) throw new AppError('not_found');
  return Response.json({ badges: await listSimulatorBadges(actor) });
});
