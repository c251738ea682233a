import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { AppError, type ErrorCode } from '@/lib/errors';
import { badgeForms } from '@/lib/members/badge-forms';
import { hashBadge } from '@/lib/members/badge-hash';
import { kioskVerb } from './gateway';
import { type badgeRead, type GreetedScan, greetedScan } from './schemas';

const refused = z.object({
  outcome: z.enum(['unknown', 'ambiguous', 'inactive', 'expired', 'suspended', 'replaced', 'paused']),
  retry_after_s: z.int().optional(),
});
const answer = z.discriminatedUnion('outcome', [greetedScan, refused]);

const codeOf: Record<z.infer<typeof refused>['outcome'], ErrorCode> = {
  unknown: 'badge_unknown',
  ambiguous: 'badge_ambiguous',
  replaced: 'badge_replaced',
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
  const forms = badgeForms(input.read);
  if (!forms.ok && forms.reason === 'random_uid') throw new AppError('badge_random');
  // What no reader writes is kept and answered as a badge that nobody has.
  const canonical = forms.ok ? forms.canonical : [`unreadable ${input.read}`];
  const scan = await kioskVerb(
    'kiosk_scan',
    {
      p_token_hash: actor.tokenHash,
      p_client_event_id: input.event_id,
      p_badge_hashes: canonical.map(hashBadge),
      p_age_ms: input.age_ms,
    },
    answer,
  );
  if ('scan_id' in scan) return scan;
  const more = scan.retry_after_s === undefined ? {} : { retryAfterSeconds: scan.retry_after_s };
  throw new AppError(codeOf[scan.outcome], more);
}
