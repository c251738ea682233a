import 'server-only';
import type { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { redactHealth } from '@/supabase/functions/_shared/analysis/redact-health';
import { forgetConversation } from './forget-conversation';
import { runTool } from './run-tool';
import type { toolCall } from './schemas';

/**
 * Runs a tool for a model that speaks with a member: health words are taken out of the member's own before they are
 * kept (rule P4), and a wish to be forgotten takes effect at once. Throws what `runTool` throws.
 */
export async function useTool(actor: KioskActor, name: string, call: z.infer<typeof toolCall>) {
  const { text } = call.arguments;
  if (name === 'call_staff' && call.arguments.reason === 'forget_me') await forgetConversation(actor);
  return runTool(actor, name, {
    ...call,
    arguments:
      typeof text === 'string' ? { ...call.arguments, text: redactHealth(text, 'fr') } : call.arguments,
  });
}
