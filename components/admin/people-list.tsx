import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { statusShapes, statusTones } from '@/components/dashboard/team/team-words';
import { Initials } from '@/components/ui/initials';
import { StatusShape } from '@/components/ui/status-shape';
import { type Team, teamRows } from '@/lib/team';
import { cn } from '@/lib/utils/cn';

/** People and open invitations of a place, each leading to their line among all users. */
export async function PeopleList({
  people,
  invitations,
  none,
}: Pick<Team, 'people' | 'invitations'> & { none: string }) {
  const roles = await getTranslations('shell.roles');
  const states = await getTranslations('team.status');
  const rows = teamRows({ people, invitations, grants: { roles: [], gyms: [], franchise: null } });
  if (rows.length === 0) return <p className="py-3 text-ink-2">{none}</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="flex min-h-10 items-center gap-3 border-b border-line py-1.5">
          <Initials name={row.kind === 'person' ? row.full_name : null} />
          <p className="flex min-w-0 grow flex-wrap gap-x-3">
            <Link
              href={`/dashboard/admin/users?search=${encodeURIComponent(row.email)}&open=${row.id}`}
              className={cn('link font-medium', row.status === 'inactive' && 'text-ink-2')}
            >
              {row.full_name}
            </Link>
            <span className="text-ink-2">{roles(row.role)}</span>
          </p>
          <span className={cn('flex shrink-0 items-center gap-2', statusTones[row.status])}>
            <StatusShape status={statusShapes[row.status]} />
            {states(row.status)}
          </span>
        </li>
      ))}
    </ul>
  );
}
