import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskVerb } from '@/lib/kiosks/gateway';
import { consents } from '@/lib/kiosks/schemas';
import type { consentChange } from './schemas';

const answer = z.object({ consents, closed: z.boolean() });

/** Changes one answer of the member whose conversation is open; without "talk" the conversation ends. */
export function changeConsent(actor: KioskActor, { purpose, granted }: z.infer<typeof consentChange>) {
  return kioskVerb(
    'kiosk_change_consent',
    { p_token_hash: actor.tokenHash, p_purpose: purpose, p_granted: granted },
    answer,
  );
}
