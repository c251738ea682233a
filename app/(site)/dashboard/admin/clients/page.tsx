import { Plus } from 'lucide-react';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { ClientsTable } from '@/components/admin/customers/clients-table';
import { CustomerPeek } from '@/components/admin/customers/customer-peek';
import { DraftList } from '@/components/admin/customers/draft-list';
import { ListFrame } from '@/components/dashboard/shell/list-frame';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-controls';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { Kbd } from '@/components/ui/kbd';
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
          <ListFrame
            path={PATH}
            query={query}
            title={t('title')}
            views={{
              label: t('views'),
              param: 'state',
              current: filter.state ?? 'all',
              all: customerViews.map((view) => ({
                name: view,
                label: t(`view.${view}`),
                count: format.number(page.counts[view]),
              })),
            }}
            action={
              <Button asChild tone="accent" size="bar" className="max-md:h-11">
                <Link href={`${PATH}/new`} data-key="n">
                  <Plus size={16} strokeWidth={1.6} aria-hidden />{' '}
                  <span className="max-md:sr-only">{t('new')}</span>{' '}
                  <Kbd className="border-accent-ink/35 text-accent-ink">N</Kbd>
                </Link>
              </Button>
            }
            above={<DraftList drafts={page.drafts} format={format} />}
            search={{ label: t('searchLabel'), placeholder: t('search'), value: filter.search }}
            controls={
              <>
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
              </>
            }
            shown={t('shown', { count: page.rows.length, total: format.number(page.total) })}
            exportHref={href('/api/admin/customers/export', query, { cursor: null })}
            empty={
              page.rows.length > 0
                ? null
                : isFiltered
                  ? {
                      title: t('empty.filtered'),
                      detail: t('empty.filteredDetail'),
                      action: { label: t('empty.clear'), href: PATH },
                    }
                  : {
                      title: t('empty.title'),
                      detail: t('empty.detail'),
                      action: { label: t('new'), href: `${PATH}/new` },
                    }
            }
            next={page.next_cursor}
          >
            <ClientsTable
              rows={page.rows}
              openId={asked}
              hrefOf={(id) => href(PATH, query, { open: id })}
              format={format}
            />
          </ListFrame>
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
