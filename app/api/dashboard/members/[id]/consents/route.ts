import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { consentSchema, recordConsent } from '@/lib/member';

/** Writes down what a member answered on paper. */
export const POST = withUser<typeof consentSchema, { id: string }>(
  async ({ db, input, params }) =>
    Response.json({ id: await recordConsent(db, pathId(params.id), input) }, { status: 201 }),
  { permission: 'members.act', body: consentSchema },
);
