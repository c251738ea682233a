import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { ClassPeek } from '@/components/dashboard/classes/class-peek';
import { ClassWeek } from '@/components/dashboard/classes/class-week';
import { ClassesTable } from '@/components/dashboard/classes/classes-table';
import { DatePeek } from '@/components/dashboard/classes/date-peek';
import { NewClass } from '@/components/dashboard/classes/new-class';
import { WeekSteps } from '@/components/dashboard/classes/week-steps';
import { ShownAndExport } from '@/components/dashboard/shell/shown-and-export';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips, FilterKeep, FilterSelect } from '@/components/ui/filter-controls';
import { FilterForm } from '@/components/ui/filter-form';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { LinkTabs } from '@/components/ui/link-tabs';
import { SearchField } from '@/components/ui/search-field';
import { WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import { classFilter, classQuery, classViews, filterClasses, listClasses, valuesOf } from '@/lib/classes';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { href, type RawParams } from '@/lib/utils/search-params';

const PATH = '/dashboard/classes';

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('title') };
}

export default async function ClassesPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'gym.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="gym.read" />;
  const filter = classFilter(await searchParams);
  const query = classQuery(filter);
  const isWeek = filter.view === 'week';
  const week = await listClasses(await serverClient(), gym.id, filter.week, isWeek ? filter.open : undefined);
  const rows = isWeek ? week.dates : week.classes;
  const dates = filterClasses(week.dates, filter);
  const classes = filterClasses(week.classes, filter);
  const shown = isWeek ? dates.length : classes.length;
  const openClass = isWeek ? undefined : classes.find(({ id }) => id === filter.open);
  const mayChange = can(actor, 'gym.update', { gymId: gym.id });
  const mayBook = can(actor, 'members.act', { gymId: gym.id });
  const format = await serverFormat(gym.timezone);
  const t = await getTranslations('classes');
  const panel = await getTranslations('shell.panel');
  const { common, shell, auth, classes: words } = await getMessages();
  const isFiltered = Boolean(filter.search ?? filter.coach ?? filter.room);
  const choices = (column: 'coach' | 'room') =>
    valuesOf(rows, column).map((value) => ({ value, label: value }));
  const foot = { gymId: gym.id, mayChange, closeHref: href(PATH, query), format };
  return (
    <NextIntlClientProvider
      messages={{
        common,
        shell: { find: shell.find },
        auth: { problem: auth.problem },
        classes: words,
      }}
    >
      <WithPeek
        list={
          <>
            <h1 className="sr-only">{t('title')}</h1>
            <div className="flex h-11 items-center justify-between gap-4 border-b border-line px-4 max-md:h-14 md:px-8">
              <LinkTabs
                label={t('views')}
                tabs={classViews.map((view) => ({
                  href: href(PATH, query, { view: view === 'week' ? null : view }),
                  label: t(`view.${view}`),
                  active: view === filter.view,
                  ...(view === 'classes' && { count: format.number(week.classes.length) }),
                }))}
              />
              {mayChange && (
                <span className="shrink-0">
                  <NewClass gymId={gym.id} />
                </span>
              )}
            </div>
            <div className="px-4 pb-8 md:px-8">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
                <FilterForm path={PATH} label={t('searchLabel')} values={query} apply={panel('apply')}>
                  <FilterKeep name="view" value={query.view} />
                  <FilterKeep name="week" value={query.week} />
                  <SearchField label={t('searchLabel')} placeholder={t('search')} value={filter.search} />
                  <FilterChips>
                    <FilterSelect
                      label={t('column.coach')}
                      name="coach"
                      value={filter.coach}
                      any={t('any')}
                      options={choices('coach')}
                    />
                    <FilterSelect
                      label={t('column.room')}
                      name="room"
                      value={filter.room}
                      any={t('anyRoom')}
                      options={choices('room')}
                    />
                  </FilterChips>
                </FilterForm>
                {isWeek ? (
                  <ShownAndExport
                    shown={t('shown', { count: shown, total: rows.length })}
                    href={href('/api/dashboard/classes/export', query, { gym: gym.id, week: week.monday })}
                  />
                ) : (
                  <p className="text-label text-ink-2">{t('shown', { count: shown, total: rows.length })}</p>
                )}
              </div>
              {isWeek && (
                <WeekSteps
                  path={PATH}
                  query={query}
                  monday={week.monday}
                  today={week.today}
                  format={format}
                />
              )}
              {isWeek && week.bookings_by === 'staff' && (
                <p className="pb-3 text-label text-ink-2">{t('byStaff')}</p>
              )}
              {shown > 0 && isWeek && (
                <ClassWeek
                  monday={week.monday}
                  today={week.today}
                  dates={dates}
                  openId={week.open?.id}
                  hrefOf={(id) => href(PATH, query, { open: id })}
                  format={format}
                />
              )}
              {shown > 0 && !isWeek && (
                <ClassesTable
                  classes={classes}
                  openId={openClass?.id}
                  hrefOf={(id) => href(PATH, query, { open: id })}
                  format={format}
                />
              )}
              {shown === 0 && (
                <EmptyState title={t(isFiltered ? 'empty.filtered' : isWeek ? 'empty.week' : 'empty.none')}>
                  {t(isFiltered ? 'empty.filteredDetail' : isWeek ? 'empty.weekDetail' : 'empty.noneDetail')}
                </EmptyState>
              )}
            </div>
          </>
        }
        peek={
          week.open ? (
            <DatePeek date={week.open} mayBook={mayBook} {...foot} />
          ) : (
            openClass && <ClassPeek one={openClass} {...foot} />
          )
        }
      />
    </NextIntlClientProvider>
  );
}
