import { actOnPlatformAlert, alertActionSchema } from '@/lib/costs';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';

/** Takes up, closes or reopens an alert of the platform. */
export const PUT = withPlatformAdmin<typeof alertActionSchema, { id: string }>(
  async ({ db, input, params }) => {
    await actOnPlatformAlert(db, pathId(params.id), input);
    return new Response(null, { status: 204 });
  },
  { permission: 'alerts.platform', body: alertActionSchema },
);
