import { getTranslations } from 'next-intl/server';
import { GymPeek } from '@/components/admin/gyms/gym-peek';
import { GymsTable } from '@/components/admin/gyms/gyms-table';
import { LostPeek } from '@/components/admin/lost-peek';
import { NewCustomer } from '@/components/admin/new-customer';
import { ListFrame } from '@/components/dashboard/shell/list-frame';
import { FilterSelect } from '@/components/ui/filter-controls';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import { currentContext, customerPlans, gymFilter, gymQuery, gymSorts, gymViews, listGyms } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/admin/gyms';

export async function generateMetadata() {
  return { title: (await getTranslations('admin.gyms'))('title') };
}

export default async function GymsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentContext();
  if (!can(actor, 'customers.read')) return <ForbiddenPage actor={actor} permission="customers.read" />;
  const raw = await searchParams;
  const filter = gymFilter(raw);
  const query = gymQuery(filter);
  const db = await serverClient();
  const list = await pageOf(filter, (one) => listGyms(db, one));
  const asked = rowId(raw, 'open');
  const open = list.rows.find(({ id }) => id === asked);
  const format = await serverFormat(gym?.timezone ?? 'Europe/Paris');
  const t = await getTranslations('admin');
  const isFiltered = Boolean(filter.search ?? filter.plan ?? filter.franchise) || filter.view !== 'all';
  const franchise = list.rows[0]?.franchise;
  return (
    <WithPeek
      list={
        <ListFrame
          path={PATH}
          query={query}
          title={t('gyms.title')}
          views={{
            label: t('views'),
            param: 'view',
            current: filter.view,
            all: gymViews.map((view) => ({
              name: view,
              label: t(`gyms.view.${view}`),
              count: format.number(list.counts[view]),
            })),
          }}
          action={can(actor, 'customers.manage') && <NewCustomer />}
          search={{ label: t('gyms.searchLabel'), placeholder: t('gyms.search'), value: filter.search }}
          controls={
            <>
              {filter.franchise && (
                <FilterSelect
                  label={t('gyms.customer')}
                  name="franchise"
                  value={filter.franchise}
                  any={t('anyPlan')}
                  options={[{ value: filter.franchise, label: franchise?.name ?? '…' }]}
                />
              )}
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
                any={t('gyms.sorts.name')}
                options={gymSorts
                  .filter((sort) => sort !== 'name')
                  .map((sort) => ({ value: sort, label: t(`gyms.sorts.${sort}`) }))}
              />
            </>
          }
          shown={t('shown', { count: list.rows.length, total: list.total })}
          exportHref={href('/api/admin/gyms/export', query, { cursor: null })}
          empty={
            list.rows.length > 0
              ? null
              : isFiltered
                ? {
                    title: t('emptyFiltered'),
                    detail: t('emptyFilteredDetail'),
                    action: { label: t('clear'), href: PATH },
                  }
                : { title: t('gyms.empty'), detail: t('gyms.emptyDetail') }
          }
          next={list.next_cursor}
        >
          <GymsTable
            rows={list.rows}
            openId={asked}
            hrefOf={(id) => href(PATH, query, { open: id })}
            format={format}
          />
        </ListFrame>
      }
      peek={
        open ? (
          <GymPeek row={open} closeHref={href(PATH, query)} format={format} />
        ) : (
          asked && <LostPeek closeHref={href(PATH, query)} />
        )
      }
    />
  );
}
