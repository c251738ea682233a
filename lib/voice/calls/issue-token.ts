import 'server-only';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskVerb } from '@/lib/kiosks/gateway';
import { hashToken } from '@/lib/kiosks/token';
import { voiceProvider } from '@/lib/vendors/openai';
import { newCallToken } from './call-token';
import { issuedCall } from './schemas';
import { type CallSession, callSession } from './session';

export interface IssuedToken {
  /** Good for one call of this conversation, for 60 s. */
  token: string;
  expires_at: string;
  /** What the call is opened with; the browser's own package has to go on using it. */
  session: CallSession;
}

/**
 * A one-time token for a call of the open conversation; holds the budget of what is left of it. A second one is a
 * reconnect. Throws `voice_unavailable`, `budget_spent`, `consent_missing`, `customer_suspended`, `no_conversation`,
 * `conversation_closed`, `conversation_expired`.
 */
export async function issueToken(actor: KioskActor): Promise<IssuedToken> {
  const token = newCallToken();
  const issued = await kioskVerb(
    'kiosk_issue_call_token',
    { p_token_hash: actor.tokenHash, p_call_token_hash: hashToken(token), p_provider: voiceProvider() },
    issuedCall,
  );
  return { token, expires_at: issued.token_expires_at, session: callSession(issued) };
}
