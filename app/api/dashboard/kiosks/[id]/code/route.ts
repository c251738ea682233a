import { z } from 'zod';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';
import { issueCode } from '@/lib/kiosks/issue-code';

const nothing = z.object({});

/** A fresh pairing code of a kiosk; it leaves once, the database keeps its hash. */
export const POST = withUser<typeof nothing, { id: string }>(
  async ({ db, params }) => Response.json(await issueCode(db, pathId(params.id))),
  { permission: 'kiosks.pair', body: nothing },
);
