import 'server-only';
import type { KioskActor } from '@/lib/auth/actor';
import type { Tools } from '@/lib/voice/brain/index';
import { forgetConversation } from './forget-conversation';
import { runTool } from './run-tool';

/** The tools for one turn; the calls of a turn are numbered, so that a turn sent again repeats none of them. */
export function conversationTools(actor: KioskActor, seq: number): Tools {
  let number = 0;
  return {
    call: async (name, args) => {
      number += 1;
      if (name === 'call_staff' && args.reason === 'forget_me') await forgetConversation(actor);
      const json = JSON.parse(JSON.stringify(args)) as Parameters<typeof runTool>[2]['arguments'];
      return runTool(actor, name, { tool_call_id: `${seq}-${number}`, arguments: json });
    },
  };
}
