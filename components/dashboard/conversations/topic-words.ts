import type { getTranslations } from 'next-intl/server';

type Translate = Awaited<ReturnType<typeof getTranslations<'conversations'>>>;

/** A topic's code in words; a code that has none yet is shown readably rather than hidden. */
export function topicWords(code: string, t: Translate): string {
  const key = `topics.${code}` as Parameters<Translate['has']>[0];
  return t.has(key) ? t(key) : code.replaceAll('_', ' ');
}

/** An emotion's code in words, or null when it has none. */
export function emotionWords(code: string | null, t: Translate): string | null {
  const key = `emotions.${code}` as Parameters<Translate['has']>[0];
  return code && t.has(key) ? t(key) : null;
}
