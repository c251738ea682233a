import { getTranslations } from 'next-intl/server';
import { AlertPeek } from '@/components/dashboard/alerts/alert-peek';
import { AlertsList } from '@/components/dashboard/alerts/alerts-list';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips, FilterKeep, FilterSelect } from '@/components/ui/filter-controls';
import { FilterForm } from '@/components/ui/filter-form';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { Kbd } from '@/components/ui/kbd';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pager } from '@/components/ui/pager';
import { SearchField } from '@/components/ui/search-field';
import { CloseLink } from '@/components/ui/with-peek';
import { alertFilter, alertQuery, alertTabs, alertTypes, byDay, listAlerts } from '@/lib/alerts';
import { can } from '@/lib/auth/permissions';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { cn } from '@/lib/utils/cn';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/alerts';

export async function generateMetadata() {
  return { title: (await getTranslations('alerts'))('title') };
}

export default async function AlertsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'alerts.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="alerts.read" />;
  const raw = await searchParams;
  const filter = alertFilter(raw);
  const query = alertQuery(filter);
  const db = await serverClient();
  const list = await pageOf(filter, (one) => listAlerts(db, gym.id, one));
  const format = await serverFormat(gym.timezone);
  const t = await getTranslations('alerts');
  const shell = await getTranslations('shell.panel');

  const rows = byDay(list.rows, format.localDay).flatMap((day) => day.alerts);
  const asked = rowId(raw, 'open');
  // A wide screen always has an alert in hand; a phone only the one that was opened.
  const open = asked ? rows.find((alert) => alert.id === asked) : rows[0];
  const filtered = Boolean(filter.search ?? filter.type);
  const keys = [
    { caps: ['J', 'K'], word: t('keys.move') },
    { caps: ['E'], word: t('keys.done') },
    { caps: ['A'], word: t('keys.assign') },
    { caps: ['S'], word: t('keys.dismiss') },
    { caps: ['/'], word: t('keys.search') },
  ];
  return (
    <div className="lg:grid lg:h-[calc(100dvh-3.25rem)] lg:grid-cols-[minmax(25rem,32.5rem)_minmax(0,1fr)] print:h-auto">
      <section aria-label={t('inbox')} className="flex min-h-0 flex-col lg:border-r lg:border-line">
        <h1 className="sr-only">{t('title')}</h1>
        <div className="flex h-12 shrink-0 items-center border-b border-line px-2 md:px-5.5 print:hidden">
          <LinkTabs
            label={t('inbox')}
            tone="pill"
            tabs={alertTabs.map((tab) => ({
              href: href(
                PATH,
                {},
                { tab: tab === 'todo' ? null : tab, type: filter.type, search: filter.search },
              ),
              label: t(`tab.${tab}`),
              count: format.number(list.counts[tab]),
              active: tab === filter.tab,
            }))}
          />
        </div>
        <div className="flex shrink-0 border-b border-line px-4 py-2 md:px-8 print:hidden">
          <FilterForm
            path={PATH}
            label={t('searchLabel')}
            values={{ ...query, cursor: undefined }}
            apply={shell('apply')}
          >
            <FilterKeep name="tab" value={query.tab} />
            <SearchField label={t('searchLabel')} placeholder={t('search')} value={filter.search} />
            <FilterChips>
              <FilterSelect
                label={t('type')}
                name="type"
                value={filter.type}
                any={t('anyType')}
                options={alertTypes.map((type) => ({ value: type, label: t(`types.${type}`) }))}
              />
            </FilterChips>
          </FilterForm>
        </div>
        <div className="min-h-0 grow lg:overflow-y-auto">
          {rows.length === 0 ? (
            <div className="px-4 md:px-8">
              {filtered ? (
                <EmptyState title={t('empty.filtered')}>{t('empty.filteredDetail')}</EmptyState>
              ) : (
                <EmptyState title={t(`empty.${filter.tab}`)}>{t(`empty.${filter.tab}Detail`)}</EmptyState>
              )}
            </div>
          ) : (
            <AlertsList
              alerts={list.rows}
              openId={open?.id}
              hrefOf={(id) => href(PATH, query, { open: id })}
              replace={Boolean(asked)}
              format={format}
            />
          )}
          <div className="px-4 md:px-8">
            <Pager
              next={list.next_cursor && href(PATH, query, { cursor: list.next_cursor })}
              start={filter.cursor ? href(PATH, query, { cursor: null }) : null}
            />
            {rows.length > 0 && !list.next_cursor && !filter.cursor && (
              <p className="py-5 text-ink-2">
                {t(filter.tab === 'todo' ? 'rest.todo' : 'rest.other', { count: rows.length })}
              </p>
            )}
          </div>
        </div>
        <ul
          aria-hidden
          className="flex h-11 shrink-0 items-center gap-4 border-t border-line px-8 text-label text-ink-2 max-lg:hidden print:hidden"
        >
          {keys.map(({ caps, word }) => (
            <li key={word} className="flex items-center gap-1">
              {caps.map((cap) => (
                <Kbd key={cap}>{cap}</Kbd>
              ))}
              <span className="pl-0.5">{word}</span>
            </li>
          ))}
        </ul>
      </section>
      <aside
        data-peek
        aria-label={t('peek.alone')}
        className={cn(
          'min-h-0 bg-surface max-lg:fixed max-lg:inset-x-0 max-lg:top-13 max-lg:bottom-15 max-lg:z-10 md:max-lg:left-54 md:max-lg:bottom-0 print:static',
          !asked && 'max-lg:hidden',
        )}
      >
        {open ? (
          <AlertPeek
            alert={open}
            position={{ index: rows.indexOf(open) + 1, total: rows.length }}
            team={list.team}
            rights={{
              me: actor.id,
              act: can(actor, 'alerts.act', { gymId: gym.id, assignedTo: open.assigned_to?.id ?? null }),
              assign: can(actor, 'alerts.act_any', { gymId: gym.id }),
              transcript: can(actor, 'conversations.transcript', { gymId: gym.id }),
            }}
            closeHref={asked ? href(PATH, query) : null}
            format={format}
          />
        ) : (
          asked && (
            <div className="relative px-4 md:px-8">
              <CloseLink href={href(PATH, query)} label={shell('close')} className="absolute top-2 right-8" />
              <EmptyState title={t('peek.gone')}>{t('peek.goneDetail')}</EmptyState>
            </div>
          )
        )}
      </aside>
    </div>
  );
}
