import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { MemberPeek } from '@/components/dashboard/members/member-peek';
import { MembersTable } from '@/components/dashboard/members/members-table';
import { ShownAndExport } from '@/components/dashboard/shell/shown-and-export';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips, FilterKeep, FilterSelect } from '@/components/ui/filter-controls';
import { FilterForm } from '@/components/ui/filter-form';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pager } from '@/components/ui/pager';
import { SearchField } from '@/components/ui/search-field';
import { Peek, WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import { memberConversations } from '@/lib/conversations';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import {
  listMembers,
  memberFilter,
  memberLevels,
  memberQuery,
  memberSorts,
  memberViews,
} from '@/lib/members';
import { serverClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/members';
const IMPORT_PATH = '/dashboard/members/import';

export async function generateMetadata() {
  return { title: (await getTranslations('members'))('title') };
}

export default async function MembersPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'members.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.read" />;
  const raw = await searchParams;
  const filter = memberFilter(raw);
  const query = memberQuery(filter);
  const db = await serverClient();
  const list = await pageOf(filter, (one) => listMembers(db, gym.id, one));
  const asked = rowId(raw, 'open');
  const open = list.rows.find((member) => member.id === asked);
  const mayList = can(actor, 'conversations.read', { gymId: gym.id });
  const talks = open && mayList ? await memberConversations(db, gym.id, open) : null;
  const format = await serverFormat(gym.timezone);
  const mayImport = can(actor, 'members.update', { gymId: gym.id });
  const t = await getTranslations('members');
  const imports = await getTranslations('imports');
  const shell = await getTranslations('shell.panel');
  const filtered = Boolean(filter.search ?? filter.level) || filter.view !== 'all';
  return (
    <WithPeek
      list={
        <>
          <h1 className="sr-only">{t('title')}</h1>
          <div className="flex h-11 border-b border-line px-4 md:px-8">
            <LinkTabs
              label={t('views')}
              tabs={memberViews.map((view) => ({
                href: href(PATH, query, { view: view === 'all' ? null : view, cursor: null }),
                label: t(`view.${view}`),
                count: format.number(list.counts[view]),
                active: view === filter.view,
              }))}
            />
          </div>
          <div className="px-4 pb-8 md:px-8">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
              <FilterForm
                path={PATH}
                label={t('searchLabel')}
                values={{ ...query, cursor: undefined }}
                apply={shell('apply')}
              >
                <FilterKeep name="view" value={query.view} />
                <SearchField label={t('searchLabel')} placeholder={t('search')} value={filter.search} />
                <FilterChips>
                  <FilterSelect
                    label={t('level')}
                    name="level"
                    value={filter.level}
                    any={t('anyLevel')}
                    options={memberLevels.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
                  />
                  <FilterSelect
                    label={t('sort')}
                    name="sort"
                    value={query.sort}
                    any={t('sorts.risk')}
                    options={memberSorts
                      .filter((sort) => sort !== 'risk')
                      .map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
                  />
                </FilterChips>
              </FilterForm>
              <div className="flex items-center gap-4">
                {mayImport && (
                  <Link href={IMPORT_PATH} className="link text-label print:hidden">
                    {imports('title')}
                  </Link>
                )}
                <ShownAndExport
                  shown={t('shown', { count: list.rows.length, total: list.total })}
                  href={href('/api/dashboard/members/export', query, { gym: gym.id, cursor: null })}
                />
              </div>
            </div>
            {list.rows.length === 0 ? (
              <EmptyState
                title={filtered ? t('empty.filtered') : t('empty.none')}
                action={
                  !filtered &&
                  mayImport && (
                    <Button asChild tone="accent">
                      <Link href={IMPORT_PATH}>{imports('title')}</Link>
                    </Button>
                  )
                }
              >
                {filtered ? t('empty.filteredDetail') : t('empty.noneDetail')}
              </EmptyState>
            ) : (
              <MembersTable
                members={list.rows}
                openId={asked}
                hrefOf={(id) => href(PATH, query, { open: id })}
                format={format}
              />
            )}
            <Pager
              next={list.next_cursor && href(PATH, query, { cursor: list.next_cursor })}
              start={filter.cursor ? href(PATH, query, { cursor: null }) : null}
            />
          </div>
        </>
      }
      peek={
        open ? (
          <MemberPeek member={open} talks={talks} closeHref={href(PATH, query)} format={format} />
        ) : (
          asked && (
            <Peek label={t('peek.gone')} heading="" closeHref={href(PATH, query)} closeLabel={shell('close')}>
              <EmptyState title={t('peek.gone')}>{t('peek.goneDetail')}</EmptyState>
            </Peek>
          )
        )
      }
    />
  );
}
