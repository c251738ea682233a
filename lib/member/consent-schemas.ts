import { z } from 'zod';
import { purposes } from './choices';

export const purpose = z.enum(purposes);
export const consentSource = z.enum(['kiosk', 'desk']);

/** Body of POST /api/dashboard/members/[id]/consents: an answer on paper. */
export const consentSchema = z.strictObject({
  purpose,
  granted: z.boolean(),
  language: z.enum(['fr', 'en', 'es']),
});
export type ConsentInput = z.infer<typeof consentSchema>;
