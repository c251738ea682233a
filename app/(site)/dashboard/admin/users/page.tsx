import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { LostPeek } from '@/components/admin/lost-peek';
import { UserPeek } from '@/components/admin/users/user-peek';
import { UsersTable } from '@/components/admin/users/users-table';
import { ListFrame } from '@/components/dashboard/shell/list-frame';
import { InviteButton } from '@/components/dashboard/team/invite-button';
import { FilterSelect } from '@/components/ui/filter-controls';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { WithPeek } from '@/components/ui/with-peek';
import { can } from '@/lib/auth/permissions';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { listTeam, teamRoles } from '@/lib/team';
import { listUsers, userFilter, userQuery, userSorts, userViews } from '@/lib/users';
import { pageOf } from '@/lib/utils/page-of';
import { href, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/admin/users';

/** From this page only the platform's own are invited; a customer's people on their customer's page. */
const colleagues = { roles: ['super_admin' as const], gyms: [], franchise: null };

export async function generateMetadata() {
  return { title: (await getTranslations('admin.users'))('title') };
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor, gym } = await currentContext();
  if (!can(actor, 'customers.read')) return <ForbiddenPage actor={actor} permission="customers.read" />;
  const raw = await searchParams;
  const filter = userFilter(raw);
  const query = userQuery(filter);
  const db = await serverClient();
  const list = await pageOf(filter, (one) => listUsers(db, one));
  const asked = rowId(raw, 'open');
  const open = list.rows.find(({ id }) => id === asked);
  const grants =
    open?.team_gym_id && can(actor, 'team.manage') ? (await listTeam(db, open.team_gym_id)).grants : null;
  const format = await serverFormat(gym?.timezone ?? 'Europe/Paris');
  const t = await getTranslations('admin');
  const roles = await getTranslations('shell.roles');
  const isFiltered = Boolean(filter.search ?? filter.role ?? filter.customer) || filter.view !== 'all';
  const { common, shell, auth, team } = await getMessages();
  return (
    <NextIntlClientProvider
      messages={{ common, shell, auth: { problem: auth.problem, invalid: auth.invalid }, team }}
    >
      <WithPeek
        list={
          <ListFrame
            path={PATH}
            query={query}
            title={t('users.title')}
            views={{
              label: t('views'),
              param: 'view',
              current: filter.view,
              all: userViews.map((view) => ({
                name: view,
                label: t(`users.view.${view}`),
                count: format.number(list.counts[view]),
              })),
            }}
            action={
              can(actor, 'team.invite') && (
                <InviteButton grants={colleagues} language={actor.language} label={t('users.invite')} />
              )
            }
            search={{ label: t('users.searchLabel'), placeholder: t('users.search'), value: filter.search }}
            controls={
              <>
                <FilterSelect
                  label={t('users.role')}
                  name="role"
                  value={filter.role}
                  any={t('users.anyRole')}
                  options={teamRoles.map((role) => ({ value: role, label: roles(role) }))}
                />
                {filter.customer && (
                  <FilterSelect
                    label={t('users.customer')}
                    name="customer"
                    value={filter.customer}
                    any={t('users.anyCustomer')}
                    options={[{ value: filter.customer, label: list.rows[0]?.customer ?? '…' }]}
                  />
                )}
                <FilterSelect
                  label={t('sort')}
                  name="sort"
                  value={query.sort}
                  any={t('users.sorts.name')}
                  options={userSorts
                    .filter((sort) => sort !== 'name')
                    .map((sort) => ({ value: sort, label: t(`users.sorts.${sort}`) }))}
                />
              </>
            }
            shown={t('shown', { count: list.rows.length, total: list.total })}
            exportHref={href('/api/admin/users/export', query, { cursor: null })}
            empty={
              list.rows.length > 0
                ? null
                : isFiltered
                  ? {
                      title: t('emptyFiltered'),
                      detail: t('emptyFilteredDetail'),
                      action: { label: t('clear'), href: PATH },
                    }
                  : { title: t('users.empty'), detail: t('users.emptyDetail') }
            }
            next={list.next_cursor}
          >
            <UsersTable
              rows={list.rows}
              openId={asked}
              hrefOf={(id) => href(PATH, query, { open: id })}
              format={format}
            />
          </ListFrame>
        }
        peek={
          open ? (
            <UserPeek row={open} grants={grants} closeHref={href(PATH, query)} format={format} />
          ) : (
            asked && <LostPeek closeHref={href(PATH, query)} />
          )
        }
      />
    </NextIntlClientProvider>
  );
}
