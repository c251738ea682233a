import { withKiosk } from '@/lib/http/with-kiosk';
import { callStaff, readStaffAnswer } from '@/lib/kiosks/call-staff';
import { staffCall } from '@/lib/kiosks/schemas';

/** Calls the team to the kiosk. */
export const POST = withKiosk(async ({ actor, input }) => Response.json(await callStaff(actor, input)), {
  body: staffCall,
});

/** What became of the call. */
export const GET = withKiosk(async ({ actor }) => Response.json(await readStaffAnswer(actor)));
