import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskVerb } from '@/lib/kiosks/gateway';
import { consentVersion, conversationStart } from './schemas';

/** Body of POST /api/kiosk/decline; the versions are those of the gym's own texts that were shown. */
export const talkDecline = conversationStart.pick({ scan_id: true, language: true, versions: true });

/**
 * Keeps a member's no to talking, so that it is asked once (rule P1); `kept` is false for a visitor and for a no that holds.
 * Throws `not_found`, `forbidden`, and `conflict` for a scan that is over three minutes old.
 */
export function declineTalk(actor: KioskActor, input: z.infer<typeof talkDecline>) {
  return kioskVerb(
    'kiosk_decline_talk',
    {
      p_token_hash: actor.tokenHash,
      p_scan_id: input.scan_id,
      p_language: input.language,
      p_consent_version: consentVersion,
      p_versions: input.versions,
    },
    z.object({ kept: z.boolean() }),
  );
}
