import type { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withPlatformAdmin } from '@/lib/http/with-user';
import { endSupport } from '@/lib/support';

/** Ends one's own support access. */
export const DELETE = withPlatformAdmin<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => {
    await endSupport(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'support.open' },
);
