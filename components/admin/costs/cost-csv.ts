import { getTranslations } from 'next-intl/server';
import type { CostRow } from '@/lib/costs';
import { serverFormat } from '@/lib/i18n/server-format';
import { csvResponse } from '@/lib/utils/csv';

const columns = [
  'gym',
  'customer',
  'plan',
  'conversations',
  'usd',
  'eur',
  'customerUsd',
  'limitOf',
  'limit',
  'share',
  'id',
] as const;

/** A CSV file of what each gym has cost this month, in the reader's language. */
export async function costCsv(pages: AsyncGenerator<CostRow[]>): Promise<Response> {
  const t = await getTranslations('costs');
  const admin = await getTranslations('admin');
  const format = await serverFormat('Europe/Paris');
  async function* lines() {
    for await (const page of pages)
      yield page.map((row) => [
        row.name,
        row.franchise?.name ?? admin('independent'),
        admin(`plans.${row.plan}`),
        row.conversations,
        row.usd,
        row.eur,
        row.customer_usd,
        row.limit && t(`limit.${row.limit.kind}`),
        row.limit && row.limit.most,
        row.limit && row.limit.share,
        row.id,
      ]);
  }
  const header = columns.map((column) => t(`column.${column}`));
  return csvResponse(`${t('file')}-${format.localDay(new Date())}.csv`, header, lines());
}
