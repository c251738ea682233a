import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { builtinModel, embedAs, hasProvider } from '@/lib/embeddings';
import { kioskVerb } from '@/lib/kiosks/gateway';
import { withoutHealth } from '@/supabase/functions/_shared/analysis/redact-health';
import { clip, type toolCall } from './schemas';

type Arguments = z.infer<typeof toolCall>['arguments'];

/** What the database takes of it, and how much is read before the health words are out. */
const LONGEST = 200;
const READ = 1_000;

/**
 * The arguments of recall_past_conversations with `about` clean of health words (rule P4), and `about` as a vector of
 * the model that made the member's latest embedding; of the builtin one where that model cannot be asked.
 */
export async function rememberedQuestion(
  actor: KioskActor,
  { about, ...rest }: Arguments,
): Promise<{ args: Arguments; vector: { model: string; embedding: number[] } | null }> {
  if (typeof about !== 'string')
    return { args: about === undefined ? rest : { ...rest, about }, vector: null };
  const asked = clip(withoutHealth(clip(about, READ)), LONGEST).trim();
  if (!asked) return { args: rest, vector: null };
  const args = { ...rest, about: asked };
  const latest = hasProvider()
    ? await kioskVerb('kiosk_memory_model', { p_token_hash: actor.tokenHash }, z.string().nullable())
    : builtinModel;
  for (const model of new Set([latest ?? builtinModel, builtinModel])) {
    const embedding = await embedAs(model, asked);
    if (embedding) return { args, vector: { model, embedding } };
  }
  return { args, vector: null };
}
