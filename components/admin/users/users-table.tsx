import { getTranslations } from 'next-intl/server';
import { ListTable } from '@/components/dashboard/shell/list-table';
import { statusShapes, statusTones } from '@/components/dashboard/team/team-words';
import { Initials } from '@/components/ui/initials';
import { StatusShape } from '@/components/ui/status-shape';
import { type UserRow, userStatus } from '@/lib/users';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';

/** The people and open invitations of a view. */
export async function UsersTable({
  rows,
  openId,
  hrefOf,
  format,
}: {
  rows: UserRow[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
}) {
  const t = await getTranslations('admin');
  const c = await getTranslations('admin.users.column');
  const roles = await getTranslations('shell.roles');
  const states = await getTranslations('team.status');
  return (
    <ListTable
      rows={rows}
      openId={openId}
      hrefOf={hrefOf}
      nameLabel={c('name')}
      name={(row) => ({
        text: row.full_name,
        isMuted: row.state === 'inactive',
        before: <Initials name={row.kind === 'person' ? row.full_name : null} />,
        after: row.is_self && <span className="text-label font-normal text-ink-3">{t('users.you')}</span>,
      })}
      columns={[
        {
          label: c('role'),
          phone: 'below',
          cell: ({ role, place }) => (
            <>
              {roles(role)}
              {place && <span className="md:hidden">, {place}</span>}
            </>
          ),
        },
        { label: c('place'), from: 'lg', cell: ({ place }) => place ?? t('platform') },
        {
          label: c('customer'),
          from: 'xl',
          cell: ({ customer, place }) => customer !== place && customer,
        },
        {
          label: c('status'),
          phone: 'end',
          cell: (row) => {
            const status = userStatus(row);
            return (
              <span className={cn('inline-flex items-center gap-2', statusTones[status])}>
                <StatusShape status={statusShapes[status]} />
                {states(status)}
              </span>
            );
          },
        },
        {
          label: c('twoStep'),
          from: 'xl',
          cell: ({ kind, two_step }) => kind === 'person' && t(two_step ? 'users.yes' : 'users.no'),
        },
        {
          label: c('seen'),
          from: 'lg',
          cell: ({ kind, last_seen_at: seen }) =>
            seen ? (
              <time dateTime={seen} title={format.exact(seen)}>
                {format.moment(seen)}
              </time>
            ) : (
              kind === 'person' && t('never')
            ),
        },
      ]}
    />
  );
}
