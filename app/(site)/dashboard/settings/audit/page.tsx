import { getTranslations } from 'next-intl/server';
import { AuditTable } from '@/components/dashboard/audit/audit-table';
import { actionWords, auditedEntities, entityWords } from '@/components/dashboard/audit/audit-words';
import { ShownAndExport } from '@/components/dashboard/shell/shown-and-export';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips, FilterDay, FilterKeep, FilterSelect } from '@/components/ui/filter-controls';
import { FilterForm } from '@/components/ui/filter-form';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pager } from '@/components/ui/pager';
import { auditFilter, auditQuery, auditScope, listAudit } from '@/lib/audit';
import { can } from '@/lib/auth/permissions';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams } from '@/lib/utils/search-params';

const PATH = '/dashboard/settings/audit';
const actions = ['insert', 'update', 'delete'] as const;

export async function generateMetadata() {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'audit.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="audit.read" />;
  const raw = await searchParams;
  const mayAll = can(actor, 'platform.read');
  const isPlatform = mayAll && auditScope(raw) === 'platform';
  const filter = auditFilter(raw);
  const query = { scope: isPlatform ? 'platform' : undefined, ...auditQuery(filter) };
  const db = await serverClient();
  const { rows, next_cursor } = await pageOf(filter, (one) =>
    listAudit(db, isPlatform ? 'platform' : { gymId: gym.id }, one),
  );
  const format = await serverFormat(gym.timezone);
  const t = await getTranslations('audit');
  const shell = await getTranslations('shell.panel');
  const filtered = Boolean(filter.entity ?? filter.action ?? filter.from ?? filter.to);
  const exported = href('/api/dashboard/audit/export', query, {
    gym: isPlatform ? null : gym.id,
    cursor: null,
  });
  return (
    <div className="max-w-[64rem] py-6">
      <h1 className="text-head">{t('title')}</h1>
      <p className="mt-1 text-ink-2">{t('lead')}</p>
      {mayAll && (
        <div className="mt-3 flex h-11 border-b border-line">
          <LinkTabs
            label={t('scope')}
            tabs={(['gym', 'platform'] as const).map((scope) => ({
              href: href(PATH, { scope: scope === 'platform' ? scope : undefined }),
              label: t(`scopes.${scope}`),
              active: isPlatform === (scope === 'platform'),
            }))}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
        <FilterForm
          path={PATH}
          label={t('filter')}
          values={{ ...query, cursor: undefined }}
          apply={shell('apply')}
        >
          <FilterKeep name="scope" value={query.scope} />
          <FilterChips>
            <FilterSelect
              label={t('entity')}
              name="entity"
              value={filter.entity}
              any={t('anyEntity')}
              options={auditedEntities.map((value) => ({ value, label: entityWords(value, t) }))}
            />
            <FilterSelect
              label={t('action')}
              name="action"
              value={filter.action}
              any={t('anyAction')}
              options={actions.map((value) => ({ value, label: actionWords(value, t) }))}
            />
            <FilterDay label={t('from')} name="from" value={filter.from} />
            <FilterDay label={t('to')} name="to" value={filter.to} />
          </FilterChips>
        </FilterForm>
        <ShownAndExport shown={t('shown', { count: rows.length })} href={exported} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={filtered ? t('emptyFiltered') : t('empty')}>
          {filtered ? t('emptyFilteredDetail') : t('emptyDetail')}
        </EmptyState>
      ) : (
        <AuditTable rows={rows} format={format} />
      )}
      <Pager
        next={next_cursor && href(PATH, query, { cursor: next_cursor })}
        start={filter.cursor ? href(PATH, query, { cursor: null }) : null}
      />
    </div>
  );
}
