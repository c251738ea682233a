import { getTranslations } from 'next-intl/server';
import type { Permission } from '@/lib/auth/permissions';
import { log } from '@/lib/log';
import { EmptyState } from './empty-state';

/** What a page shows to a role that may not open it; the log says who asked for what. */
export async function ForbiddenPage({
  actor,
  permission,
}: {
  actor: { id: string };
  permission: Permission;
}) {
  log.warn({ person: actor.id, permission, code: 'forbidden' }, 'page');
  const t = await getTranslations('shell.forbidden');
  return (
    <div className="px-4 md:px-8">
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState title={t('title')}>{t('detail')}</EmptyState>
    </div>
  );
}
