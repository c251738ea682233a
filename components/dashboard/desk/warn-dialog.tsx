'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type Comer, type Obstacle, type Reason, reasons } from './use-check-in';

/** Warns that a membership does not hold and asks why somebody is let in all the same: one click a reason. */
export function WarnDialog({
  comer,
  obstacle,
  onReason,
  onClose,
}: {
  comer: Comer;
  obstacle: Obstacle;
  onReason: (reason: Reason) => void;
  onClose: () => void;
}) {
  const t = useTranslations('desk.checkIn');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(`warnTitle.${obstacle}`, { name: comer.name })}
      description={t('warnDetail')}
    >
      <div className="grid gap-2">
        {reasons.map((reason) => (
          <Button key={reason} className="h-11 justify-start" onClick={() => onReason(reason)}>
            {t(`reason.${reason}`)}
          </Button>
        ))}
        <Button tone="quiet" className="h-11" data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
