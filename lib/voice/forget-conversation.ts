import 'server-only';
import type { KioskActor } from '@/lib/auth/actor';
import { changeConsent } from './change-consent';

/** Consent is revocable in words (rule P1): what was kept of this conversation goes at once, the rest is the team's to erase. */
export async function forgetConversation(actor: KioskActor): Promise<void> {
  await changeConsent(actor, { purpose: 'analyse', granted: false });
  await changeConsent(actor, { purpose: 'remember', granted: false });
}
