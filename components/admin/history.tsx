import { getTranslations } from 'next-intl/server';
import { AuditTable } from '@/components/dashboard/audit/audit-table';
import type { AuditEntry } from '@/lib/audit';
import type { Format } from '@/lib/utils/format';
import { PageSection } from './page-section';

/** What changed here last, and by whom. */
export async function History({ rows, format }: { rows: AuditEntry[]; format: Format }) {
  const t = await getTranslations('admin');
  return (
    <PageSection title={t('history')}>
      {rows.length === 0 ? (
        <p className="py-3 text-ink-2">{t('noHistory')}</p>
      ) : (
        <AuditTable rows={rows} format={format} />
      )}
    </PageSection>
  );
}
