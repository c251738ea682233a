import 'server-only';
import { embeddingModel, embedText, openAi } from '@/lib/vendors/openai';
import { EMBEDDING_MODEL, embed } from '@/supabase/functions/_shared/analysis/embed';

/** The model that needs no provider. */
export const builtinModel = EMBEDDING_MODEL;

/** Whether vectors of another model than the builtin one can be made here. */
export const hasProvider = (): boolean => openAi() !== null;

/**
 * A text as a vector of that model, which compares with that model's alone (rule A8); null for a model that cannot be
 * asked here, for a provider that is away, and for a text without a letter or digit.
 */
export async function embedAs(model: string, text: string): Promise<number[] | null> {
  if (model === builtinModel) return embed(text);
  return model === embeddingModel && /[\p{L}\p{N}]/u.test(text) ? embedText(text) : null;
}
