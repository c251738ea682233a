import { getTranslations } from 'next-intl/server';
import type { GymRow } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { csvResponse } from '@/lib/utils/csv';

const columns = [
  'name',
  'city',
  'customer',
  'plan',
  'status',
  'kiosks',
  'members',
  'lastScan',
  'conversations',
  'created',
  'id',
] as const;

/** A CSV file of gyms in the reader's language. */
export async function gymCsv(pages: AsyncGenerator<GymRow[]>): Promise<Response> {
  const t = await getTranslations('admin');
  const format = await serverFormat('Europe/Paris');
  async function* lines() {
    for await (const page of pages)
      yield page.map((row) => [
        row.name,
        row.city,
        row.franchise?.name ?? t('independent'),
        t(`plans.${row.plan}`),
        t(`gyms.status.${row.status}`),
        row.kiosks.length,
        row.members,
        row.last_scan_at && format.localDay(row.last_scan_at),
        row.conversations,
        format.localDay(row.created_at),
        row.id,
      ]);
  }
  const header = columns.map((column) => t(`gyms.column.${column}`));
  return csvResponse(`${t('gyms.file')}-${format.localDay(new Date())}.csv`, header, lines());
}
