import { getTranslations } from 'next-intl/server';
import { EmptyState } from './empty-state';

/** What a page shows to a role that may not open it. */
export async function ForbiddenPage() {
  const t = await getTranslations('shell.forbidden');
  return (
    <div className="px-4 md:px-8">
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState title={t('title')}>{t('detail')}</EmptyState>
    </div>
  );
}
