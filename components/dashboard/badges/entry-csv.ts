import { getTranslations } from 'next-intl/server';
import type { Entry } from '@/lib/badges';
import { csvResponse } from '@/lib/utils/csv';
import type { Format } from '@/lib/utils/format';
import { shortName } from './short-name';

/** A CSV file of reads in the reader's language; people as shared screens name them, no number of a badge. */
export async function entryCsv(pages: AsyncGenerator<Entry[]>, format: Format): Promise<Response> {
  const t = await getTranslations('badges');
  const line = (entry: Entry) => [
    format.localDay(entry.scanned_at),
    format.time(entry.scanned_at),
    entry.kiosk,
    entry.member && shortName(entry.member),
    t(`outcome.${entry.outcome}.word`),
  ];
  const columns = ['day', 'time', 'kiosk', 'who', 'outcome'] as const;
  async function* lines() {
    for await (const page of pages) yield page.map(line);
  }
  return csvResponse(
    `${t('log.export.file')}-${format.localDay(new Date())}.csv`,
    columns.map((column) => t(`log.export.${column}`)),
    lines(),
  );
}
