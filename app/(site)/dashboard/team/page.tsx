import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { InviteButton } from '@/components/dashboard/team/invite-button';
import { TeamPeek } from '@/components/dashboard/team/team-peek';
import { TeamTable } from '@/components/dashboard/team/team-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips, FilterKeep, FilterSelect } from '@/components/ui/filter-controls';
import { FilterForm } from '@/components/ui/filter-form';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { LinkTabs } from '@/components/ui/link-tabs';
import { SearchField } from '@/components/ui/search-field';
import { Peek, WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import {
  countTeam,
  filterTeam,
  listTeam,
  placesOf,
  teamFilter,
  teamQuery,
  teamRoles,
  teamRows,
  teamViews,
} from '@/lib/team';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/team';

export async function generateMetadata() {
  return { title: (await getTranslations('team'))('title') };
}

export default async function TeamPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'team.read', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="team.read" />;
  const raw = await searchParams;
  const filter = teamFilter(raw);
  const query = teamQuery(filter);
  const team = await listTeam(await serverClient(), gym.id);
  const every = teamRows(team);
  const rows = filterTeam(every, filter);
  const counts = countTeam(every);
  const places = placesOf(every);
  const asked = rowId(raw, 'open');
  const open = rows.find((row) => row.id === asked);
  // On hold the permission is refused too, and those in charge still read everything.
  const leads = actor.role !== 'gym_staff';
  const mayInvite = can(actor, 'team.invite', { gymId: gym.id }) && team.grants.roles.length > 0;
  const format = await serverFormat(gym.timezone);
  const t = await getTranslations('team');
  const roles = await getTranslations('shell.roles');
  const panel = await getTranslations('shell.panel');
  const { common, shell, auth, team: words } = await getMessages();
  const invite = mayInvite && <InviteButton grants={team.grants} language={gym.locale} />;
  const isFiltered = Boolean(filter.search ?? filter.role ?? filter.place) || filter.view !== 'all';
  return (
    <NextIntlClientProvider
      messages={{
        common,
        shell: { roles: shell.roles },
        auth: { problem: auth.problem, invalid: auth.invalid },
        team: words,
      }}
    >
      <WithPeek
        list={
          <>
            <h1 className="sr-only">{t('title')}</h1>
            <div className="flex h-11 items-center justify-between gap-4 border-b max-md:h-14 border-line px-4 md:px-8">
              <LinkTabs
                label={t('views')}
                tabs={teamViews
                  .filter((view) => leads || view !== 'invited')
                  .map((view) => ({
                    href: href(PATH, query, { view: view === 'all' ? null : view }),
                    label: t(`view.${view}`),
                    count: format.number(counts[view]),
                    active: view === filter.view,
                  }))}
              />
              {invite && <span className="shrink-0">{invite}</span>}
            </div>
            <div className="px-4 pb-8 md:px-8">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
                <FilterForm path={PATH} label={t('searchLabel')} values={query} apply={panel('apply')}>
                  <FilterKeep name="view" value={query.view} />
                  <SearchField label={t('searchLabel')} placeholder={t('search')} value={filter.search} />
                  <FilterChips>
                    <FilterSelect
                      label={t('role')}
                      name="role"
                      value={filter.role}
                      any={t('anyRole')}
                      options={teamRoles
                        .filter((role) => every.some((row) => row.role === role))
                        .map((role) => ({ value: role, label: roles(role) }))}
                    />
                    {places.length > 1 && (
                      <FilterSelect
                        label={t('place')}
                        name="place"
                        value={filter.place}
                        any={t('anyPlace')}
                        options={places.map(({ id, name }) => ({ value: id, label: name }))}
                      />
                    )}
                  </FilterChips>
                </FilterForm>
                <p className="text-label text-ink-2">
                  {t('shown', { count: rows.length, total: every.length })}
                </p>
              </div>
              {!leads && <p className="pb-2 text-label text-ink-2">{t('readOnly')}</p>}
              {rows.length === 0 ? (
                <EmptyState
                  title={t('empty.filtered')}
                  action={
                    <Link href={PATH} className="link">
                      {t('empty.clear')}
                    </Link>
                  }
                >
                  {t('empty.filteredDetail')}
                </EmptyState>
              ) : (
                <TeamTable
                  rows={rows}
                  openId={asked}
                  hrefOf={(id) => href(PATH, query, { open: id })}
                  format={format}
                  shows={{ places: places.length > 1, seen: leads }}
                />
              )}
              {mayInvite && !isFiltered && every.length === 1 && (
                <EmptyState title={t('empty.alone')}>{t('empty.aloneDetail')}</EmptyState>
              )}
            </div>
          </>
        }
        peek={
          open ? (
            <TeamPeek
              row={open}
              grants={team.grants}
              leads={leads}
              closeHref={href(PATH, query)}
              format={format}
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
