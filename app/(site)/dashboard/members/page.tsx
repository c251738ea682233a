import { Plus } from 'lucide-react';
import Link from 'next/link';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { ColumnsMenu } from '@/components/dashboard/members/columns-menu';
import { ExportMenu } from '@/components/dashboard/members/export-menu';
import { MemberPeek } from '@/components/dashboard/members/member-peek';
import { MembersFilters } from '@/components/dashboard/members/members-filters';
import { MembersTable } from '@/components/dashboard/members/members-table';
import { MembersTabs } from '@/components/dashboard/members/members-tabs';
import { MemberSelection } from '@/components/dashboard/members/selection';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { Pager } from '@/components/ui/pager';
import { Peek, WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import { memberConversations } from '@/lib/conversations';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import {
  columnsFor,
  isNarrowed,
  listMembers,
  listViews,
  MOST_COUNTED,
  memberFilter,
  memberQuery,
  viewQuery,
} from '@/lib/members';
import { serverClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/members';

export async function generateMetadata() {
  return { title: (await getTranslations('members'))('title') };
}

export default async function MembersPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'members.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.read" />;
  const mayContact = can(actor, 'members.contact', { gymId: gym.id });
  const mayUpdate = can(actor, 'members.update', { gymId: gym.id });
  const raw = await searchParams;
  const asked = memberFilter(raw);
  // The deleted ones are for those who may bring them back: an address that asks for them is any address to the others.
  const filter = asked.state === 'deleted' && !mayContact ? { ...asked, state: undefined } : asked;
  const query = memberQuery(filter);
  const db = await serverClient();
  const [list, views] = await Promise.all([
    pageOf(filter, (one) => listMembers(db, gym.id, one)),
    listViews(db, gym.id),
  ]);
  const openId = rowId(raw, 'open');
  const open = list.rows.find((member) => member.id === openId);
  const mayList = can(actor, 'conversations.read', { gymId: gym.id });
  const talks = open && mayList ? await memberConversations(db, gym.id, open) : null;
  const format = await serverFormat(gym.timezone);
  const t = await getTranslations('members');
  const imports = await getTranslations('imports');
  const badges = await getTranslations('badges.round');
  const shell = await getTranslations('shell.panel');
  const { common, auth, shell: shellWords, members: words } = await getMessages();
  const offered = columnsFor(mayContact);
  const columns = filter.columns.filter((column) => offered.includes(column));
  const filtered = isNarrowed(filter) || filter.view !== 'all';
  const counted = (count: number) =>
    count >= MOST_COUNTED ? t('more', { count: format.number(count) }) : format.number(count);
  return (
    <NextIntlClientProvider
      messages={{
        common,
        shell: shellWords,
        auth: { problem: auth.problem, invalid: auth.invalid },
        members: words,
      }}
    >
      <WithPeek
        list={
          <>
            <h1 className="sr-only">{t('title')}</h1>
            <MembersTabs
              path={PATH}
              gymId={gym.id}
              me={actor.id}
              filter={filter}
              counts={list.counts}
              counted={counted}
              views={views}
              may={{ save: can(actor, 'members.act', { gymId: gym.id }), share: mayUpdate }}
              actions={
                <>
                  {filter.view === 'no_badge' && can(actor, 'members.act', { gymId: gym.id }) && (
                    <Button asChild tone="quiet" size="bar" className="max-md:h-11">
                      <Link href="/dashboard/entries/badges">{badges('title')}</Link>
                    </Button>
                  )}
                  {mayUpdate && (
                    <Button asChild tone="quiet" size="bar" className="max-md:h-11">
                      <Link href={`${PATH}/import`} aria-label={imports('title')}>
                        {t('import')}
                      </Link>
                    </Button>
                  )}
                  <ExportMenu
                    href={href('/api/dashboard/members/export', query, { gym: gym.id, cursor: null })}
                  />
                  {mayUpdate && (
                    <Button asChild size="bar" className="max-md:h-11">
                      <Link href={`${PATH}/new`}>
                        <Plus size={16} strokeWidth={1.6} aria-hidden /> {t('create')}
                      </Link>
                    </Button>
                  )}
                </>
              }
            />
            <div className="px-4 pb-24 max-md:overflow-x-clip md:px-8">
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-2.5">
                <MembersFilters path={PATH} filter={filter} types={list.types} mayReadDeleted={mayContact} />
                <div className="flex items-center gap-2 print:hidden">
                  <p className="text-label whitespace-nowrap text-ink-2">
                    {t('shown', { count: format.number(list.rows.length), total: counted(list.total) })}
                  </p>
                  <ColumnsMenu path={PATH} query={query} shown={columns} offered={offered} />
                </div>
              </div>
              {list.rows.length === 0 ? (
                <EmptyState
                  title={filtered ? t('empty.filtered') : t('empty.none')}
                  action={
                    filtered ? (
                      <Link href={PATH} className="link">
                        {t('clearFilters')}
                      </Link>
                    ) : (
                      mayUpdate && (
                        <Button asChild tone="accent">
                          <Link href={`${PATH}/import`}>{imports('title')}</Link>
                        </Button>
                      )
                    )
                  }
                >
                  {filtered ? t('empty.filteredDetail') : t('empty.noneDetail')}
                </EmptyState>
              ) : (
                <MemberSelection
                  // Who is chosen stays chosen from page to page, and nobody unseen does in another list.
                  key={JSON.stringify(viewQuery(filter))}
                  rows={list.rows.map(({ id }) => id)}
                  rights={{ gymId: gym.id, edit: mayUpdate, deleted: filter.state === 'deleted' }}
                  total={list.total}
                >
                  <MembersTable
                    members={list.rows}
                    columns={columns}
                    openId={openId}
                    hrefOf={(id) => href(PATH, query, { open: id })}
                    format={format}
                  />
                </MemberSelection>
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
            <MemberPeek
              member={open}
              talks={talks}
              closeHref={href(PATH, query)}
              mayEdit={mayUpdate}
              format={format}
            />
          ) : (
            openId && (
              <Peek
                label={t('peek.gone')}
                heading=""
                closeHref={href(PATH, query)}
                closeLabel={shell('close')}
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
