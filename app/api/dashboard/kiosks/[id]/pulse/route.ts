import type { z } from 'zod';
import { kioskVersion } from '@/lib/fleet';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** The version of a kiosk; its page asks every few seconds and redraws when it changes. */
export const GET = withUser<z.ZodUndefined, { id: string }>(
  async ({ db, params }) => Response.json({ version: await kioskVersion(db, pathId(params.id)) }),
  { permission: 'kiosks.read' },
);
