import { getTranslations } from 'next-intl/server';
import type { FranchiseRow } from '@/lib/franchises';
import { serverFormat } from '@/lib/i18n/server-format';
import { csvResponse } from '@/lib/utils/csv';

const columns = [
  'name',
  'city',
  'plan',
  'status',
  'gyms',
  'kiosks',
  'members',
  'owners',
  'created',
  'id',
] as const;

/** A CSV file of franchises in the reader's language. */
export async function franchiseCsv(pages: AsyncGenerator<FranchiseRow[]>): Promise<Response> {
  const t = await getTranslations('admin');
  const format = await serverFormat('Europe/Paris');
  async function* lines() {
    for await (const page of pages)
      yield page.map((row) => [
        row.name,
        row.city,
        t(`plans.${row.plan}`),
        t(`franchises.status.${row.status}`),
        row.gyms,
        row.kiosks,
        row.members,
        row.owners,
        format.localDay(row.created_at),
        row.id,
      ]);
  }
  const header = columns.map((column) => t(`franchises.column.${column}`));
  return csvResponse(`${t('franchises.file')}-${format.localDay(new Date())}.csv`, header, lines());
}
