import { getTranslations } from 'next-intl/server';
import type { AuditEntry } from '@/lib/audit';
import { serverFormat } from '@/lib/i18n/server-format';
import { csvResponse } from '@/lib/utils/csv';
import { actionWords, actorWords, entityWords, visitWords } from './audit-words';

const columns = ['at', 'actor', 'action', 'entity', 'entityId', 'changed', 'gym', 'support'] as const;

/** A CSV file of the audit in the reader's language. `gymNames` are those that the reader may open, by id. */
export async function auditCsv(
  pages: AsyncGenerator<AuditEntry[]>,
  timezone: string,
  gymNames: Map<string, string>,
): Promise<Response> {
  const t = await getTranslations('audit');
  const format = await serverFormat(timezone);
  const line = (row: AuditEntry) => [
    row.at,
    actorWords(row.actor, t),
    actionWords(row.action, t),
    entityWords(row.entity, t),
    row.entity_id,
    row.changed.join(', '),
    row.gym_id && (gymNames.get(row.gym_id) ?? null),
    visitWords(row.support, t),
  ];
  async function* lines() {
    for await (const page of pages) yield page.map(line);
  }
  const header = columns.map((column) => t(`export.${column}`));
  return csvResponse(`${t('export.file')}-${format.localDay(new Date())}.csv`, header, lines());
}
