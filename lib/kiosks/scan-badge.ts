import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskReadings } from '@/lib/badges';
import { AppError, type ErrorCode } from '@/lib/errors';
import { kioskVerb } from './gateway';
import { type badgeRead, type GreetedScan, greetedScan } from './schemas';

const refused = z.object({
  outcome: z.enum([
    'unknown',
    'ambiguous',
    'inactive',
    'expired',
    'suspended',
    'replaced',
    'lost',
    'paused',
    'captured',
  ]),
  retry_after_s: z.int().optional(),
});
const answer = z.discriminatedUnion('outcome', [greetedScan, refused]);

const codeOf: Record<z.infer<typeof refused>['outcome'], ErrorCode> = {
  unknown: 'badge_unknown',
  ambiguous: 'badge_ambiguous',
  replaced: 'badge_replaced',
  lost: 'badge_lost',
  captured: 'badge_captured',
  inactive: 'member_inactive',
  expired: 'member_expired',
  suspended: 'member_suspended',
  paused: 'reader_paused',
};

/**
 * Whom a badge belongs to. What the reader typed is hashed in all its forms and goes no further.
 * Throws a `badge_…`, `member_…` or `reader_paused` code where nobody is to be greeted; another gym's badge is `badge_unknown`.
 */
export async function scanBadge(actor: KioskActor, input: z.infer<typeof badgeRead>): Promise<GreetedScan> {
  const { hashes, forms, tails } = kioskReadings(input.read);
  const scan = await kioskVerb(
    'kiosk_scan',
    {
      p_token_hash: actor.tokenHash,
      p_client_event_id: input.event_id,
      p_badge_hashes: hashes,
      p_age_ms: input.age_ms,
      p_forms: forms,
      p_tails: tails,
    },
    answer,
  );
  if ('scan_id' in scan) return scan;
  const more = scan.retry_after_s === undefined ? {} : { retryAfterSeconds: scan.retry_after_s };
  throw new AppError(codeOf[scan.outcome], more);
}
