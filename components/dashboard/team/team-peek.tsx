import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StatusShape } from '@/components/ui/status-shape';
import { Peek, PeekRow } from '@/components/ui/with-peek';
import type { Grants, TeamRow } from '@/lib/team';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { InvitationActions } from './invitation-actions';
import { PersonActions } from './person-actions';
import { statusShapes, statusTones } from './team-words';

/** Somebody of the team, or an invitation, at a glance, with what the reader may do about it. */
export async function TeamPeek({
  row,
  grants,
  leads,
  closeHref,
  format,
}: {
  row: TeamRow;
  grants: Grants;
  /** Whether the reader runs the team, or only reads it. */
  leads: boolean;
  closeHref: string;
  format: Format;
}) {
  const t = await getTranslations('team');
  const roles = await getTranslations('shell.roles');
  const shell = await getTranslations('shell.panel');
  const day = (at: string) => format.calendarDay(format.localDay(at));
  const isPerson = row.kind === 'person';
  const until = isPerson ? '' : day(row.expires_at);
  return (
    <Peek
      label={row.full_name}
      heading={
        isPerson
          ? t('peek.since', { date: day(row.joined_at) })
          : t('peek.invitedOn', { date: day(row.created_at) })
      }
      closeHref={closeHref}
      closeLabel={shell('close')}
      footer={footerOf(row, grants, leads, { self: t('peek.self'), above: t('peek.above') })}
    >
      <h2 className="text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">{row.full_name}</h2>
      <p className="pt-1 pb-5 text-[1.0625rem] leading-6 tracking-[-0.01em] text-balance">
        {roles(row.role)}, {row.place}. <span className="text-ink-2">{t(`duties.${row.role}`)}</span>
      </p>
      <PeekRow label={t('peek.status')}>
        <p className={cn('flex items-center gap-2 font-medium', statusTones[row.status])}>
          <StatusShape status={statusShapes[row.status]} />
          {t(`status.${row.status}`)}
        </p>
        <p className="pt-1 text-ink-2">
          {t(`peek.statusText.${row.status}`, { date: until })}
          {!isPerson && row.status === 'invited' && row.mail === 'pending' && ` ${t('peek.mailPending')}`}
        </p>
      </PeekRow>
      <PeekRow label={t('column.email')}>
        <a href={`mailto:${row.email}`} className="link break-all">
          {row.email}
        </a>
      </PeekRow>
      {isPerson && leads && (
        <>
          <PeekRow label={t('column.seen')}>
            {row.last_seen_at ? (
              <time
                dateTime={row.last_seen_at}
                title={format.exact(row.last_seen_at)}
                className="block first-letter:uppercase"
              >
                {format.moment(row.last_seen_at)}
              </time>
            ) : (
              <span className="block first-letter:uppercase">{t('never')}</span>
            )}
          </PeekRow>
          <PeekRow label={t('peek.twoStep')}>
            {row.two_step ? t('peek.twoStepOn') : t('peek.twoStepOff')}
          </PeekRow>
        </>
      )}
      {!isPerson && row.invited_by && <PeekRow label={t('peek.invitedBy')}>{row.invited_by}</PeekRow>}
    </Peek>
  );
}

function footerOf(
  row: TeamRow,
  grants: Grants,
  leads: boolean,
  words: { self: string; above: string },
): ReactNode {
  const { id, full_name: name, email, role, gym_id, franchise_id, place } = row;
  if (row.may_change) {
    if (row.kind === 'invitation') return <InvitationActions key={id} invitation={{ id, name, email }} />;
    const person = { id, name, role, gym_id, franchise_id, place, active: row.is_active };
    return <PersonActions key={id} person={person} grants={grants} />;
  }
  if (!leads || row.kind === 'invitation') return null;
  const isAbove = !row.is_self && grants.roles.length > 0;
  if (!row.is_self && !isAbove) return null;
  return (
    <p className="border-t border-line px-4 py-4 text-label text-ink-2 md:px-6">
      {row.is_self ? words.self : words.above}
    </p>
  );
}
