import { redactHealth } from '@/supabase/functions/_shared/analysis/redact-health';
import type { BrainReply, Setting, Tools } from './brain/index';
import { quote, typeset } from './brain/format';

/** The tools, with health words taken out of the member's own words before they are kept anywhere (rule P4). */
export function discreetTools(tools: Tools, language: Setting['language']): Tools {
  return {
    call: (name, args) => {
      const { text } = args;
      const kept = typeof text === 'string' ? { ...args, text: redactHealth(text, language) } : args;
      return tools.call(name, kept);
    },
  };
}

/** A reply whose kept words of the member, asked back and remembered, say nothing of their health. */
export function discreetReply(reply: BrainReply): BrainReply {
  const { pending } = reply.state;
  if (!pending || !('text' in pending)) return reply;
  const text = redactHealth(pending.text, reply.language);
  if (text === pending.text) return reply;
  const shown = (words: string) => typeset(quote(words), reply.language);
  return {
    ...reply,
    text: reply.text.replaceAll(shown(pending.text), shown(text)),
    state: { ...reply.state, pending: { ...pending, text } },
  };
}
