import { z } from 'zod';

/** An instant as ISO 8601 text with its offset; Postgres knows no offset of sixteen hours and more. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => !/[+-](1[6-9]|2\d):?\d\d$/.test(text), 'must have an offset that some place has');
