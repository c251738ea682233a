import { getTranslations } from 'next-intl/server';
import { FranchisePeek } from '@/components/admin/franchises/franchise-peek';
import { FranchisesTable } from '@/components/admin/franchises/franchises-table';
import { LostPeek } from '@/components/admin/lost-peek';
import { NewCustomer } from '@/components/admin/new-customer';
import { ListFrame } from '@/components/dashboard/shell/list-frame';
import { FilterSelect } from '@/components/ui/filter-controls';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import {
  franchiseFilter,
  franchiseQuery,
  franchiseSorts,
  franchiseViews,
  listFranchises,
} from '@/lib/franchises';
import { currentContext, customerPlans } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/admin/franchises';

export async function generateMetadata() {
  return { title: (await getTranslations('admin.franchises'))('title') };
}

export default async function FranchisesPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentContext();
  if (!can(actor, 'customers.read')) return <ForbiddenPage actor={actor} permission="customers.read" />;
  const raw = await searchParams;
  const filter = franchiseFilter(raw);
  const query = franchiseQuery(filter);
  const db = await serverClient();
  const list = await pageOf(filter, (one) => listFranchises(db, one));
  const asked = rowId(raw, 'open');
  const open = list.rows.find(({ id }) => id === asked);
  const format = await serverFormat(gym?.timezone ?? 'Europe/Paris');
  const t = await getTranslations('admin');
  const isFiltered = Boolean(filter.search ?? filter.plan) || filter.view !== 'all';
  return (
    <WithPeek
      list={
        <ListFrame
          path={PATH}
          query={query}
          title={t('franchises.title')}
          views={{
            label: t('views'),
            param: 'view',
            current: filter.view,
            all: franchiseViews.map((view) => ({
              name: view,
              label: t(`franchises.view.${view}`),
              count: format.number(list.counts[view]),
            })),
          }}
          action={can(actor, 'customers.manage') && <NewCustomer />}
          search={{
            label: t('franchises.searchLabel'),
            placeholder: t('franchises.search'),
            value: filter.search,
          }}
          controls={
            <>
              <FilterSelect
                label={t('plan')}
                name="plan"
                value={filter.plan}
                any={t('anyPlan')}
                options={customerPlans.map((plan) => ({ value: plan, label: t(`plans.${plan}`) }))}
              />
              <FilterSelect
                label={t('sort')}
                name="sort"
                value={query.sort}
                any={t('franchises.sorts.name')}
                options={franchiseSorts
                  .filter((sort) => sort !== 'name')
                  .map((sort) => ({ value: sort, label: t(`franchises.sorts.${sort}`) }))}
              />
            </>
          }
          shown={t('shown', { count: list.rows.length, total: list.total })}
          exportHref={href('/api/admin/franchises/export', query, { cursor: null })}
          empty={
            list.rows.length > 0
              ? null
              : isFiltered
                ? {
                    title: t('emptyFiltered'),
                    detail: t('emptyFilteredDetail'),
                    action: { label: t('clear'), href: PATH },
                  }
                : { title: t('franchises.empty'), detail: t('franchises.emptyDetail') }
          }
          next={list.next_cursor}
        >
          <FranchisesTable
            rows={list.rows}
            openId={asked}
            hrefOf={(id) => href(PATH, query, { open: id })}
            format={format}
          />
        </ListFrame>
      }
      peek={
        open ? (
          <FranchisePeek row={open} closeHref={href(PATH, query)} format={format} />
        ) : (
          asked && <LostPeek closeHref={href(PATH, query)} />
        )
      }
    />
  );
}
