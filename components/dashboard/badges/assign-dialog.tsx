'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { DeskKiosk } from '@/lib/badges';
import { BadgeSource, type HeldBadge } from './badge-source';
import { ObstacleNote } from './obstacle-note';
import { type Recipient, useGiveBadge } from './use-give-badge';

/** Gives somebody a badge: held to a reader, typed as it is printed, or read at a kiosk and then confirmed. */
export function AssignDialog({
  gymId,
  kiosks,
  to,
  isReplacing,
  onClose,
}: {
  gymId: string;
  kiosks: DeskKiosk[];
  to: Recipient;
  /** They have a badge, which this one will replace. */
  isReplacing: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('badges.give');
  const { busy, problem, obstacle, give, forget } = useGiveBadge();
  const [offered, setOffered] = useState<Extract<HeldBadge, { kind: 'scan' }> | null>(null);
  const [round, setRound] = useState(0);
  const next = () => {
    forget();
    setOffered(null);
    setRound((one) => one + 1);
  };
  const finish = async (badge: HeldBadge, takeOver = false) => {
    if (await give(badge, to, { takeOver })) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(isReplacing ? 'titleReplace' : 'title', { name: to.name })}
      {...(isReplacing && { description: t('replaceHelp') })}
    >
      <div aria-busy={busy} className="grid gap-4">
        <FormProblem problem={problem} />
        {obstacle && (
          <ObstacleNote
            obstacle={obstacle}
            onOther={next}
            onTakeOver={() => obstacle.why === 'taken' && void finish(obstacle.badge, true)}
          />
        )}
        {offered && !obstacle && (
          <Offered badge={offered} name={to.name} onYes={() => void finish(offered)} onNo={next} />
        )}
        <BadgeSource
          gymId={gymId}
          kiosks={kiosks}
          round={round}
          paused={busy || obstacle !== null || offered !== null}
          onBadge={(badge) => (badge.kind === 'scan' ? setOffered(badge) : void finish(badge))}
        />
      </div>
    </Dialog>
  );
}

function Offered({
  badge,
  name,
  onYes,
  onNo,
}: {
  badge: Extract<HeldBadge, { kind: 'scan' }>;
  name: string;
  onYes: () => void;
  onNo: () => void;
}) {
  const t = useTranslations('badges.give');
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <div role="alert" className="grid gap-3 rounded-md bg-accent-wash px-4 py-3">
      <p>
        {t('offered', { kiosk: badge.kiosk })}{' '}
        {badge.tail && <span className="font-mono text-ink-2">•••• {badge.tail}</span>}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button ref={yes} tone="accent" onClick={onYes}>
          {t('confirm', { name })}
        </Button>
        <Button tone="quiet" onClick={onNo}>
          {t('notThis')}
        </Button>
      </div>
    </div>
  );
}
