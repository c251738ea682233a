import { z } from 'zod';

/** The body of a route that takes a code of the authenticator app: six digits, spaces between them do not matter. */
export const totpBody = z.object({
  code: z
    .string()
    .max(20)
    .transform((text) => text.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/)),
});
