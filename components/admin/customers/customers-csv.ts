import { getTranslations } from 'next-intl/server';
import type { Customer } from '@/lib/customers';
import { serverFormat } from '@/lib/i18n/server-format';
import { csvResponse } from '@/lib/utils/csv';

const columns = [
  'name',
  'kind',
  'city',
  'plan',
  'state',
  'trialEndsOn',
  'gyms',
  'kiosks',
  'members',
  'conversations',
  'conversationLimit',
  'budget',
  'contact',
  'email',
  'since',
] as const;

/** A CSV file of customers in the reader's language. */
export async function customersCsv(pages: AsyncGenerator<Customer[]>): Promise<Response> {
  const t = await getTranslations('customers');
  const format = await serverFormat('Europe/Paris');
  const line = (row: Customer) => [
    row.name,
    t(`kinds.${row.kind}`),
    row.city,
    t(`plans.${row.plan}`),
    t(`state.${row.state}`),
    row.trial_ends_on,
    row.usage.gyms,
    row.usage.kiosks,
    row.members,
    row.usage.conversations,
    row.limits.conversations,
    row.usage.budget,
    row.contact?.full_name ?? null,
    row.contact?.email ?? null,
    format.localDay(row.created_at),
  ];
  async function* lines() {
    for await (const page of pages) yield page.map(line);
  }
  const header = columns.map((column) => t(`export.${column}`));
  return csvResponse(`${t('export.file')}-${format.localDay(new Date())}.csv`, header, lines());
}
