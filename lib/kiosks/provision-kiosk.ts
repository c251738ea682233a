import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { hashCode, normaliseCode } from './code';
import { kioskVerb } from './gateway';
import type { pairing } from './schemas';
import { hashToken, newToken } from './token';

const answer = z.object({ status: z.enum(['ok', 'wrong', 'used', 'expired', 'locked', 'unknown']) });

/**
 * Pairs this device with a kiosk by its code; returns the device's token, 256 bits in hex.
 * Throws `code_wrong` (also for a kiosk that does not exist), `code_used`, `code_expired`, `code_locked`.
 */
export async function provisionKiosk({ slug, code }: z.infer<typeof pairing>): Promise<string> {
  const token = newToken();
  const { status } = await kioskVerb(
    'kiosk_provision',
    { p_slug: slug, p_code_hash: hashCode(normaliseCode(code)), p_token_hash: hashToken(token) },
    answer,
  );
  if (status === 'ok') return token;
  throw new AppError(status === 'unknown' ? 'code_wrong' : `code_${status}`);
}
