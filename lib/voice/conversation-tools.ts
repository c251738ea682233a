import 'server-only';
import type { KioskActor } from '@/lib/auth/actor';
import type { Tools } from '@/lib/voice/brain/index';
import { runTool } from './run-tool';

/** The tools for one turn; the calls of a turn are numbered, so that a turn sent again repeats none of them. */
export function conversationTools(actor: KioskActor, seq: number): Tools {
  let number = 0;
  return {
    call: (name, args) => {
      number += 1;
      const json = JSON.parse(JSON.stringify(args)) as Parameters<typeof runTool>[2]['arguments'];
      return runTool(actor, name, { tool_call_id: `${seq}-${number}`, arguments: json });
    },
  };
}
