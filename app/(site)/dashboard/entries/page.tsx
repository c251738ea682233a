import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EntriesTable } from '@/components/dashboard/badges/entries-table';
import { EntriesTabs } from '@/components/dashboard/badges/entries-tabs';
import { EntryPeek } from '@/components/dashboard/badges/entry-peek';
import { MemberBadges } from '@/components/dashboard/badges/member-badges';
import { LiveEntries } from '@/components/dashboard/badges/live-entries';
import { shortName } from '@/components/dashboard/badges/short-name';
import { ShownAndExport } from '@/components/dashboard/shell/shown-and-export';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips, FilterDay, FilterKeep, FilterSelect } from '@/components/ui/filter-controls';
import { FilterForm } from '@/components/ui/filter-form';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pager } from '@/components/ui/pager';
import { SearchField } from '@/components/ui/search-field';
import { Peek, WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import { entriesVersion, entryFilter, entryQuery, entryViews, listEntries } from '@/lib/badges';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/entries';

export async function generateMetadata() {
  return { title: (await getTranslations('badges.log'))('title') };
}

export default async function EntriesPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'members.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.read" />;
  const raw = await searchParams;
  const filter = entryFilter(raw);
  const query = entryQuery(filter);
  const format = await serverFormat(gym.timezone);
  const today = format.localDay(new Date());
  const db = await serverClient();
  // Read before the list, so that no read falls between the two.
  const version = await entriesVersion(db, gym.id);
  const list = await pageOf(filter, (one) => listEntries(db, gym.id, one, today));
  const asked = rowId(raw, 'open');
  const open = list.rows.find((entry) => entry.id === asked);
  const mayAct = can(actor, 'members.act', { gymId: gym.id });
  const t = await getTranslations('badges.log');
  const panel = await getTranslations('shell.panel');
  const isToday = !filter.day && !filter.person;
  const isFiltered = Boolean(filter.search ?? filter.kiosk) || filter.view !== 'all' || !isToday;
  const withDay = filter.day === 'all' || (Boolean(filter.person) && !filter.day);
  return (
    <WithPeek
      list={
        <>
          <h1 className="sr-only">{t('title')}</h1>
          <EntriesTabs current="log" />
          <div className="px-4 pb-8 md:px-8">
            <div className="flex h-12 items-center max-md:h-14">
              <LinkTabs
                tone="pill"
                label={t('views')}
                tabs={entryViews.map((view) => ({
                  href: href(PATH, query, { view: view === 'all' ? null : view, cursor: null }),
                  label: t(`view.${view}`),
                  count: format.number(list.counts[view]),
                  active: view === filter.view,
                }))}
              />
            </div>
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-2.5">
              <FilterForm
                path={PATH}
                label={t('searchLabel')}
                values={{ ...query, cursor: undefined }}
                apply={panel('apply')}
              >
                <FilterKeep name="view" value={query.view} />
                <FilterKeep name="person" value={query.person} />
                <FilterKeep name="day" value={filter.day === 'all' ? 'all' : undefined} />
                <SearchField label={t('searchLabel')} placeholder={t('search')} value={filter.search} />
                <FilterChips>
                  <FilterSelect
                    label={t('kiosk')}
                    name="kiosk"
                    value={filter.kiosk}
                    any={t('anyKiosk')}
                    options={list.kiosks.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                  <FilterDay
                    label={t('day')}
                    name="day"
                    value={filter.day === 'all' ? undefined : filter.day}
                  />
                  <Link
                    href={href(PATH, query, { day: withDay ? null : 'all', cursor: null })}
                    className="link text-label whitespace-nowrap"
                  >
                    {t(withDay ? 'today' : 'allDays')}
                  </Link>
                  {list.person && (
                    <Link
                      href={href(PATH, query, { person: null, cursor: null })}
                      aria-label={t('everybody')}
                      className="inline-flex h-7 items-center rounded-md border border-line-strong bg-surface px-2.5 text-label whitespace-nowrap max-md:h-11"
                    >
                      {t('person', { name: shortName(list.person) })} ×
                    </Link>
                  )}
                </FilterChips>
              </FilterForm>
              <ShownAndExport
                shown={`${t('shown', { count: list.rows.length })}, ${withDay ? t('everyDay') : format.calendarDay(list.day)}`}
                href={href('/api/dashboard/entries/export', query, { gym: gym.id, cursor: null })}
              />
            </div>
            {list.rows.length === 0 ? (
              <EmptyState
                title={t(isFiltered ? 'empty.filtered' : 'empty.today')}
                action={
                  <Button asChild>
                    <Link href={isFiltered ? PATH : href(PATH, query, { day: 'all' })}>
                      {t(isFiltered ? 'empty.clear' : 'empty.todayAction')}
                    </Link>
                  </Button>
                }
              >
                {t(isFiltered ? 'empty.filteredDetail' : 'empty.todayDetail')}
              </EmptyState>
            ) : (
              <EntriesTable
                entries={list.rows}
                openId={asked}
                hrefOf={(id) => href(PATH, query, { open: id })}
                format={format}
                withDay={withDay}
                mayAct={mayAct}
              />
            )}
            <Pager
              next={list.next_cursor && href(PATH, query, { cursor: list.next_cursor })}
              start={filter.cursor ? href(PATH, query, { cursor: null }) : null}
            />
            {!filter.cursor && <LiveEntries gymId={gym.id} version={version} />}
          </div>
        </>
      }
      peek={
        open ? (
          <EntryPeek
            key={open.id}
            entry={open}
            gymId={gym.id}
            mayAct={mayAct}
            closeHref={href(PATH, query)}
            format={format}
          >
            {open.member?.id && <MemberBadges memberId={open.member.id} gym={gym} actor={actor} />}
          </EntryPeek>
        ) : (
          asked && (
            <Peek label={t('gone')} heading="" closeHref={href(PATH, query)} closeLabel={panel('close')}>
              <EmptyState title={t('gone')}>{t('goneDetail')}</EmptyState>
            </Peek>
          )
        )
      }
    />
  );
}
