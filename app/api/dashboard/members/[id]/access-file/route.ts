import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { accessFileInput, accessHtml, makeAccessFile } from '@/lib/rights';

/** Everything kept of a member, as a file to hand over: JSON, or a page of its own in the member's language. */
export const POST = withUser<typeof accessFileInput, { id: string }>(
  async ({ db, input, params }) => {
    const file = await makeAccessFile(db, pathId(params.id), input.checked);
    const isPage = input.format === 'html';
    return new Response(isPage ? await accessHtml(file) : JSON.stringify(file, null, 2), {
      headers: {
        'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="jarvis-${file.made_at.slice(0, 10)}.${input.format}"`,
        'cache-control': 'no-store',
      },
    });
  },
  { permission: 'members.update', body: accessFileInput },
);
