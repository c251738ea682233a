'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import type { DeskKiosk } from '@/lib/badges';
import type { Recipient } from './use-give-badge';

const AssignDialog = dynamic(() => import('./assign-dialog').then((module) => module.AssignDialog));

/** Gives a member a badge, another one, reports it lost or takes it back. */
export function MemberBadgeActions({
  gymId,
  kiosks,
  member,
  badgeId,
}: {
  gymId: string;
  kiosks: DeskKiosk[];
  member: Recipient;
  /** The badge that they have. */
  badgeId: string | null;
}) {
  const t = useTranslations('badges.member');
  const [asking, setAsking] = useState(false);
  const { busy, problem, act } = useAction();
  const end = (reason: 'lost' | 'returned') =>
    act(
      { path: `/api/dashboard/badges/${badgeId ?? ''}`, method: 'PUT', body: { reason } },
      t(`said.${reason}`, { name: member.name }),
      { path: `/api/dashboard/badges/${badgeId ?? ''}/undo`, body: {} },
    );
  return (
    <div aria-busy={busy} className="grid gap-3 print:hidden">
      <FormProblem problem={problem} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAsking(true)}>{t(badgeId ? 'replace' : 'assign')}</Button>
        {badgeId && (
          <>
            <Button tone="danger" onClick={() => void end('lost')}>
              {t('lost')}
            </Button>
            <Button tone="quiet" onClick={() => void end('returned')}>
              {t('returned')}
            </Button>
          </>
        )}
      </div>
      {asking && (
        <AssignDialog
          gymId={gymId}
          kiosks={kiosks}
          to={member}
          isReplacing={badgeId !== null}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
