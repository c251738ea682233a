import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { CostTabs } from '@/components/admin/costs/cost-tabs';
import { CostsTable } from '@/components/admin/costs/costs-table';
import { MonthHead } from '@/components/admin/costs/month-head';
import { ListFrame } from '@/components/dashboard/shell/list-frame';
import { FilterSelect } from '@/components/ui/filter-controls';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { costFilter, costQuery, costSorts, costViews, listCosts } from '@/lib/costs';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams } from '@/lib/utils/search-params';

const PATH = '/dashboard/admin/costs';

export async function generateMetadata() {
  return { title: (await getTranslations('costs'))('title') };
}

/** What voices have cost this month, gym by gym, in dollars and euros. */
export default async function CostsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor } = await currentContext();
  if (!can(actor, 'customers.read')) return <ForbiddenPage actor={actor} permission="customers.read" />;
  const filter = costFilter(await searchParams);
  const query = costQuery(filter);
  const db = await serverClient();
  const list = await pageOf(filter, (one) => listCosts(db, one));
  // The platform's own clock; each gym's month is on the gym's.
  const format = await serverFormat('Europe/Paris');
  const t = await getTranslations('costs');
  const admin = await getTranslations('admin');
  const { common, shell, auth, costs } = await getMessages();
  const isFiltered = Boolean(filter.search) || filter.view !== 'all';
  return (
    <NextIntlClientProvider
      messages={{ common, shell: { undo: shell.undo }, auth: { problem: auth.problem }, costs }}
    >
      <CostTabs current="month" />
      <ListFrame
        path={PATH}
        query={query}
        title={t('title')}
        above={
          <MonthHead
            list={list}
            today={format.localDay(new Date())}
            format={format}
            mayAct={can(actor, 'alerts.platform')}
          />
        }
        search={{ label: t('searchLabel'), placeholder: t('search'), value: filter.search }}
        controls={
          <>
            <FilterSelect
              label={t('view.label')}
              name="view"
              value={query.view}
              any={t('view.all')}
              options={costViews
                .filter((view) => view !== 'all')
                .map((view) => ({ value: view, label: `${t(`view.${view}`)} (${list.counts[view]})` }))}
            />
            <FilterSelect
              label={admin('sort')}
              name="sort"
              value={query.sort}
              any={t('sorts.spent')}
              options={costSorts
                .filter((sort) => sort !== 'spent')
                .map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
            />
          </>
        }
        shown={admin('shown', { count: list.rows.length, total: list.total })}
        exportHref={href('/api/admin/costs/export', query, { cursor: null })}
        empty={
          list.rows.length > 0
            ? null
            : isFiltered
              ? {
                  title: admin('emptyFiltered'),
                  detail: admin('emptyFilteredDetail'),
                  action: { label: admin('clear'), href: PATH },
                }
              : { title: t('empty'), detail: t('emptyDetail') }
        }
        next={list.next_cursor}
      >
        <CostsTable rows={list.rows} format={format} />
      </ListFrame>
    </NextIntlClientProvider>
  );
}
