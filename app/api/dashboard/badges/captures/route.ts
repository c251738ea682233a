import { captureRequestSchema, startCapture } from '@/lib/badges';
import { withUser } from '@/lib/http/with-user';

/** Waits two minutes for a badge at a kiosk: an unknown one, or the one whose printed number is told. */
export const POST = withUser(
  async ({ db, input }) =>
    Response.json(await startCapture(db, input.kiosk_id, input.printed), { status: 201 }),
  { permission: 'members.act', body: captureRequestSchema },
);
