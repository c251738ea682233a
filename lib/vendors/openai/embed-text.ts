import 'server-only';
import { log } from '@/lib/log';
import { openAi } from './client';

/** The model whose vectors have as many dimensions as the column takes. */
export const embeddingModel = 'text-embedding-3-small';
const DIMENSIONS = 1536;
/** A search or a question at the kiosk waits for it, and does without it rather than waiting longer. */
const PATIENCE_MS = 2_000;

/** A text as 1536 numbers; null without a provider, and when it is away, refuses or answers something else. */
export async function embedText(text: string): Promise<number[] | null> {
  const client = openAi();
  if (!client) return null;
  try {
    const { data } = await client.embeddings.create(
      { model: embeddingModel, input: text, encoding_format: 'float' },
      { timeout: PATIENCE_MS },
    );
    const embedding = data[0]?.embedding;
    if (embedding?.length !== DIMENSIONS || !embedding.every(Number.isFinite))
      throw new Error(`The answer holds no vector of ${DIMENSIONS} numbers.`);
    return embedding;
  } catch (cause) {
    log.warn({ err: cause }, 'the provider embedded no text');
    return null;
  }
}
