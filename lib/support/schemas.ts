import { z } from 'zod';

/** Body of POST /api/dashboard/support: a gym or a franchise, never both. */
export const openSupportSchema = z
  .strictObject({
    gym_id: z.guid().optional(),
    franchise_id: z.guid().optional(),
    /** The customer reads it: 10 to 500 characters without the spaces around it. */
    reason: z.string().trim().min(10).max(500),
    /** How long it stays open, 1 to 60. */
    minutes: z.int().min(1).max(60).default(30),
    /** Without it the support access reads only. */
    may_write: z.boolean().default(false),
  })
  .refine(({ gym_id, franchise_id }) => (gym_id === undefined) !== (franchise_id === undefined), {
    path: ['gym_id'],
  });
export type OpenSupportInput = z.infer<typeof openSupportSchema>;
