import { actOnAlert, alertActionSchema } from '@/lib/alerts';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Gives, ends, sets aside or reopens an alert. */
export const POST = withUser<typeof alertActionSchema, { id: string }>(
  async ({ db, input, params }) => Response.json(await actOnAlert(db, pathId(params.id), input)),
  { permission: 'alerts.act', body: alertActionSchema },
);
