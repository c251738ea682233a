import 'server-only';
import type { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { kioskVerb } from '@/lib/kiosks/gateway';
import { rememberedQuestion } from './remembered-question';
import { type toolCall, toolNames, toolOutcome } from './schemas';

/**
 * Runs a tool for the open conversation of this kiosk; the same call id answers what it answered before (rule V5).
 * Throws `not_found` for a name that is no tool, `tool_conflict` for other arguments under a known id.
 */
export async function runTool(actor: KioskActor, name: string, call: z.infer<typeof toolCall>) {
  const tool = toolNames.find((known) => known === name);
  if (!tool) throw new AppError('not_found');
  const { args, vector } =
    tool === 'recall_past_conversations'
      ? await rememberedQuestion(actor, call.arguments)
      : { args: call.arguments, vector: null };
  return kioskVerb(
    'kiosk_use_tool',
    {
      p_token_hash: actor.tokenHash,
      p_tool_call_id: call.tool_call_id,
      p_tool: tool,
      p_arguments: args,
      p_about: vector,
    },
    toolOutcome,
  );
}
