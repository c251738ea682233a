import type { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { moveInput, moveMember, undoMove } from '@/lib/rights';

/** Moves a member to another gym of the franchise: {id} of the row there. */
export const POST = withUser<typeof moveInput, { id: string }>(
  async ({ db, input, params }) =>
    Response.json({ id: await moveMember(db, pathId(params.id), input.gym_id) }, { status: 201 }),
  { permission: 'members.update', body: moveInput },
);

/** Takes a move of the last day back, asked with the new row: {id} of the old one. */
export const DELETE = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => Response.json({ id: await undoMove(db, pathId(params.id)) }),
  { permission: 'members.update' },
);
