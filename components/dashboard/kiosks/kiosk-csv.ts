import { getTranslations } from 'next-intl/server';
import type { KioskRow } from '@/lib/fleet';
import { serverFormat } from '@/lib/i18n/server-format';
import { csvResponse } from '@/lib/utils/csv';
import { stateWord, talkWords } from './fleet-words';

const columns = [
  'gym',
  'name',
  'place',
  'state',
  'seen',
  'talk',
  'microphone',
  'noise',
  'p50',
  'p95',
  'ladder',
  'waiting',
  'version',
  'id',
] as const;

/** A CSV file of kiosks in the reader's language. */
export async function kioskCsv(pages: AsyncGenerator<KioskRow[]>): Promise<Response> {
  const t = await getTranslations('fleet');
  const shown = await getTranslations('kiosks.shown');
  const format = await serverFormat('Europe/Paris');
  async function* lines() {
    for await (const page of pages)
      yield page.map((row) => [
        row.gym.name,
        row.name,
        row.location,
        stateWord(row, t, shown),
        row.last_heartbeat_at && format.exact(row.last_heartbeat_at),
        row.last_talk && talkWords(row, t, format),
        row.microphone && t(`microphone.${row.microphone}`, { db: 'none' }),
        row.noise_db,
        row.latency_p50_ms,
        row.latency_p95_ms,
        row.ladder && t(`ladder.${row.ladder}`),
        row.waiting,
        row.version,
        row.id,
      ]);
  }
  const header = columns.map((column) => t(`column.${column}`));
  return csvResponse(`${t('file')}-${format.localDay(new Date())}.csv`, header, lines());
}
