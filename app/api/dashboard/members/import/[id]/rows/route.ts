import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { importRows, rowsInput } from '@/lib/members/imports';

/** Takes the next rows of an import, up to 500; a batch that comes again does nothing. */
export const POST = withUser<typeof rowsInput, { id: string }>(
  async ({ db, input, params }) => Response.json(await importRows(db, pathId(params.id), input.rows)),
  { permission: 'members.update', body: rowsInput, bodyBytes: 1024 * 1024, limit: 'import' },
);
