import { addExchangeRate, newRateSchema } from '@/lib/costs';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Enters the rate of the euro from a day on; the same day once more corrects it. */
export const POST = withPlatformAdmin(
  async ({ db, input }) => {
    await addExchangeRate(db, input);
    return new Response(null, { status: 204 });
  },
  { permission: 'costs.manage', body: newRateSchema },
);
