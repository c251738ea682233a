import { getTranslations } from 'next-intl/server';
import { personName } from '@/components/dashboard/alerts/alert-words';
import type { Conversation } from '@/lib/conversations';
import { serverFormat } from '@/lib/i18n/server-format';
import { csvResponse } from '@/lib/utils/csv';
import { topicWords } from './topic-words';

/** A CSV file of conversations in the reader's language; the summary column exists only for those who may read it. */
export async function conversationCsv(
  pages: AsyncGenerator<Conversation[]>,
  timezone: string,
  withSummary: boolean,
): Promise<Response> {
  const t = await getTranslations('conversations');
  const format = await serverFormat(timezone);
  const line = (row: Conversation) => [
    row.started_at,
    row.seconds,
    row.member ? personName(row.member) : t('visitor'),
    row.kiosk,
    t(`languages.${row.language}`),
    t(`channels.${row.channel}`),
    t(`status.${row.status}`),
    row.mood && t(`moods.${row.mood}`),
    row.score,
    (row.topics ?? []).map((topic) => topicWords(topic, t)).join(', '),
    ...(withSummary ? [row.summary] : []),
  ];
  const columns = [
    'startedAt',
    'seconds',
    'member',
    'kiosk',
    'language',
    'channel',
    'status',
    'mood',
    'score',
    'topics',
  ] as const;
  const header = [
    ...columns.map((column) => t(`export.${column}`)),
    ...(withSummary ? [t('export.summary')] : []),
  ];
  async function* lines() {
    for await (const page of pages) yield page.map(line);
  }
  return csvResponse(`${t('export.file')}-${format.localDay(new Date())}.csv`, header, lines());
}
