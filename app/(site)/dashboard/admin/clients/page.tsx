import { Plus } from 'lucide-react';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { ClientsTable } from '@/components/admin/customers/clients-table';
import { CustomerPeek } from '@/components/admin/customers/customer-peek';
import { DraftList } from '@/components/admin/customers/draft-list';
import { ShownAndExport } from '@/components/dashboard/shell/shown-and-export';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips, FilterKeep, FilterSelect } from '@/components/ui/filter-controls';
import { FilterForm } from '@/components/ui/filter-form';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { Kbd } from '@/components/ui/kbd';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pager } from '@/components/ui/pager';
import { SearchField } from '@/components/ui/search-field';
import { Peek, WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import {
  customerFilter,
  customerKinds,
  customerQuery,
  customerSorts,
  customerViews,
  listCustomers,
  planNames,
} from '@/lib/customers';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/admin/clients';

export async function generateMetadata() {
  return { title: (await getTranslations('customers'))('title') };
}

export default async function ClientsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor } = await currentContext();
  if (!can(actor, 'customers.read')) return <ForbiddenPage actor={actor} permission="customers.read" />;
  const raw = await searchParams;
  const filter = customerFilter(raw);
  const query = customerQuery(filter);
  const asked = rowId(raw, 'open');
  const db = await serverClient();
  const page = await pageOf(filter, (one) => listCustomers(db, one, asked));
  const format = await serverFormat('Europe/Paris');
  const t = await getTranslations('customers');
  const panel = await getTranslations('shell.panel');
  const { common, shell, auth, customers, support } = await getMessages();
  const isFiltered = Boolean(filter.search ?? filter.state ?? filter.plan ?? filter.kind);
  return (
    <NextIntlClientProvider
      messages={{
        common,
        shell: { undo: shell.undo },
        auth: { problem: auth.problem, invalid: auth.invalid, code: auth.code },
        customers,
        support,
      }}
    >
      <WithPeek
        list={
          <>
            <h1 className="sr-only">{t('title')}</h1>
            <div className="flex h-11 items-center justify-between gap-4 border-b border-line px-4 max-md:h-14 md:px-8">
              <LinkTabs
                label={t('views')}
                tabs={customerViews.map((view) => ({
                  href: href(PATH, query, { state: view === 'all' ? null : view, cursor: null }),
                  label: t(`view.${view}`),
                  count: format.number(page.counts[view]),
                  active: view === (filter.state ?? 'all'),
                }))}
              />
              <Button asChild tone="accent" size="bar" className="shrink-0 max-md:h-11">
                <Link href={`${PATH}/new`} data-key="n">
                  <Plus size={16} strokeWidth={1.6} aria-hidden />{' '}
                  <span className="max-md:sr-only">{t('new')}</span>{' '}
                  <Kbd className="border-accent-ink/35 text-accent-ink">N</Kbd>
                </Link>
              </Button>
            </div>
            <div className="px-4 pb-8 md:px-8">
              <DraftList drafts={page.drafts} format={format} />
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
                <FilterForm
                  path={PATH}
                  label={t('searchLabel')}
                  values={{ ...query, cursor: undefined }}
                  apply={panel('apply')}
                >
                  <FilterKeep name="state" value={query.state} />
                  <SearchField label={t('searchLabel')} placeholder={t('search')} value={filter.search} />
                  <FilterChips>
                    <FilterSelect
                      label={t('plan')}
                      name="plan"
                      value={filter.plan}
                      any={t('anyPlan')}
                      options={planNames.map((value) => ({ value, label: t(`plans.${value}`) }))}
                    />
                    <FilterSelect
                      label={t('kind')}
                      name="kind"
                      value={filter.kind}
                      any={t('anyKind')}
                      options={customerKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
                    />
                    <FilterSelect
                      label={t('sort')}
                      name="sort"
                      value={query.sort}
                      any={t('sorts.name')}
                      options={customerSorts
                        .filter((value) => value !== 'name')
                        .map((value) => ({ value, label: t(`sorts.${value}`) }))}
                    />
                  </FilterChips>
                </FilterForm>
                <ShownAndExport
                  shown={t('shown', { count: page.rows.length, total: format.number(page.total) })}
                  href={href('/api/admin/customers/export', query, { cursor: null })}
                />
              </div>
              {page.rows.length > 0 ? (
                <ClientsTable
                  rows={page.rows}
                  openId={asked}
                  hrefOf={(id) => href(PATH, query, { open: id })}
                  format={format}
                />
              ) : (
                <EmptyState
                  title={isFiltered ? t('empty.filtered') : t('empty.title')}
                  action={
                    <Link href={isFiltered ? PATH : `${PATH}/new`} className="link">
                      {isFiltered ? t('empty.clear') : t('new')}
                    </Link>
                  }
                >
                  {isFiltered ? t('empty.filteredDetail') : t('empty.detail')}
                </EmptyState>
              )}
              <Pager
                next={page.next_cursor && href(PATH, query, { cursor: page.next_cursor })}
                start={filter.cursor ? href(PATH, query, { cursor: null }) : null}
              />
            </div>
          </>
        }
        peek={
          page.open ? (
            <CustomerPeek
              customer={page.open}
              plans={page.plans}
              closeHref={href(PATH, query)}
              format={format}
              support={!actor.support && can(actor, 'support.open')}
            />
          ) : (
            asked && (
              <Peek
                label={t('peek.gone')}
                heading=""
                closeHref={href(PATH, query)}
                closeLabel={panel('close')}
              >
                <EmptyState title={t('peek.gone')}>{t('peek.goneDetail')}</EmptyState>
              </Peek>
            )
          )
        }
      />
    </NextIntlClientProvider>
  );
}
