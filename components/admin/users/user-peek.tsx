import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { InvitationActions } from '@/components/dashboard/team/invitation-actions';
import { PersonActions } from '@/components/dashboard/team/person-actions';
import { statusShapes, statusTones } from '@/components/dashboard/team/team-words';
import { StatusShape } from '@/components/ui/status-shape';
import { Peek, PeekRow } from '@/components/ui/with-peek';
import type { Grants } from '@/lib/team';
import { type UserRow, userStatus } from '@/lib/users';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';

/** What may be given to somebody without a gym to look it up at: nothing but their access. */
const nothing: Grants = { roles: [], gyms: [], franchise: null };

/** Somebody, or an invitation, at a glance, with what the platform may do about it. */
export async function UserPeek({
  row,
  grants,
  closeHref,
  format,
}: {
  row: UserRow;
  grants: Grants | null;
  closeHref: string;
  format: Format;
}) {
  const t = await getTranslations('admin');
  const team = await getTranslations('team');
  const roles = await getTranslations('shell.roles');
  const panel = await getTranslations('shell.panel');
  const day = (at: string) => format.calendarDay(format.localDay(at));
  const status = userStatus(row);
  const isPerson = row.kind === 'person';
  const { id, full_name: name, email, role, gym_id, franchise_id, state } = row;
  const place = row.place ?? t('platform');
  return (
    <Peek
      label={name}
      heading={team(isPerson ? 'peek.since' : 'peek.invitedOn', { date: day(row.created_at) })}
      closeHref={closeHref}
      closeLabel={panel('close')}
      footer={
        row.is_self ? (
          <p className="border-t border-line px-4 py-4 text-label text-ink-2 md:px-6">{team('peek.self')}</p>
        ) : isPerson ? (
          <PersonActions
            key={id}
            person={{ id, name, role, gym_id, franchise_id, place, active: state === 'active' }}
            grants={grants ?? nothing}
          />
        ) : (
          <InvitationActions key={id} invitation={{ id, name, email }} />
        )
      }
    >
      <h2 className="text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">{name}</h2>
      <p className="pt-1 pb-5 text-[1.0625rem] leading-6 tracking-[-0.01em] text-balance">
        {roles(role)}, {place}. <span className="text-ink-2">{team(`duties.${role}`)}</span>
      </p>
      <PeekRow label={team('peek.status')}>
        <p className={cn('flex items-center gap-2 font-medium', statusTones[status])}>
          <StatusShape status={statusShapes[status]} />
          {team(`status.${status}`)}
        </p>
        <p className="pt-1 text-ink-2">
          {team(`peek.statusText.${status}`, { date: row.expires_at ? day(row.expires_at) : '' })}
          {row.mail === 'pending' && ` ${team('peek.mailPending')}`}
        </p>
      </PeekRow>
      <PeekRow label={team('column.email')}>
        <a href={`mailto:${email}`} className="link break-all">
          {email}
        </a>
      </PeekRow>
      {row.customer && (
        <PeekRow label={t('users.customer')}>
          {gym_id ? (
            <Link href={`/dashboard/admin/gyms/${gym_id}`} className="link">
              {row.place}
            </Link>
          ) : (
            <Link href={`/dashboard/admin/franchises/${franchise_id}`} className="link">
              {row.customer}
            </Link>
          )}
          {row.customer !== row.place && <span className="text-ink-2">, {row.customer}</span>}
        </PeekRow>
      )}
      {isPerson && (
        <>
          <PeekRow label={team('column.seen')}>
            <span className="block first-letter:uppercase">
              {row.last_seen_at ? (
                <time dateTime={row.last_seen_at} title={format.exact(row.last_seen_at)}>
                  {format.moment(row.last_seen_at)}
                </time>
              ) : (
                team('never')
              )}
            </span>
          </PeekRow>
          <PeekRow label={team('peek.twoStep')}>
            {team(row.two_step ? 'peek.twoStepOn' : 'peek.twoStepOff')}
          </PeekRow>
        </>
      )}
      {row.invited_by && <PeekRow label={team('peek.invitedBy')}>{row.invited_by}</PeekRow>}
    </Peek>
  );
}
