import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { importVisits, visitsInput } from '@/lib/members/imports';

/** Takes the next visits of an import, up to 1,000; a batch that comes again does nothing. */
export const POST = withUser<typeof visitsInput, { id: string }>(
  async ({ db, input, params }) => Response.json(await importVisits(db, pathId(params.id), input.rows)),
  { permission: 'members.update', body: visitsInput, bodyBytes: 1024 * 1024, limit: 'import' },
);
