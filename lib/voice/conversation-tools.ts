import 'server-only';
import type { KioskActor } from '@/lib/auth/actor';
import type { Tools } from '@/lib/voice/brain/index';
import { changeConsent } from './change-consent';
import { runTool } from './run-tool';

/** The tools for one turn; the calls of a turn are numbered, so that a turn sent again repeats none of them. */
export function conversationTools(actor: KioskActor, seq: number): Tools {
  let number = 0;
  return {
    call: async (name, args) => {
      number += 1;
      if (name === 'call_staff' && args.reason === 'forget_me') await withdraw(actor);
      const json = JSON.parse(JSON.stringify(args)) as Parameters<typeof runTool>[2]['arguments'];
      return runTool(actor, name, { tool_call_id: `${seq}-${number}`, arguments: json });
    },
  };
}

/** Consent is revocable in words (rule P1): what was kept of this conversation goes at once, the rest is the team's to erase. */
async function withdraw(actor: KioskActor): Promise<void> {
  await changeConsent(actor, { purpose: 'analyse', granted: false });
  await changeConsent(actor, { purpose: 'remember', granted: false });
}
