import type { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { changeView, deleteView, viewChangeSchema } from '@/lib/members';

/** Renames a view, gives it another content, shares it with the gym or takes it back. */
export const PUT = withUser<typeof viewChangeSchema, { id: string }>(
  async ({ db, input, params }) => {
    await changeView(db, pathId(params.id), input);
    return new Response(null, { status: 204 });
  },
  { permission: 'members.act', body: viewChangeSchema },
);

/** Forgets a view. */
export const DELETE = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => {
    await deleteView(db, pathId(params.id));
    return new Response(null, { status: 204 });
  },
  { permission: 'members.act' },
);
