import { readerSchema, setReader } from '@/lib/badges';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Says how a kiosk's reader writes, or that nobody knows any more. */
export const PUT = withUser<typeof readerSchema, { id: string }>(
  async ({ db, input, params }) => {
    await setReader(db, pathId(params.id), input.form);
    return new Response(null, { status: 204 });
  },
  { permission: 'members.update', body: readerSchema },
);
