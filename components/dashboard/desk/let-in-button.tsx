'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { type Comer, useCheckIn } from './use-check-in';
import { WarnDialog } from './warn-dialog';

/** Lets somebody in whose badge was refused, once it is said why. */
export function LetInButton({ comer }: { comer: Comer }) {
  const t = useTranslations('desk');
  const checkIn = useCheckIn();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        data-let-in
        aria-label={t('action.letInName', { name: comer.name })}
        onClick={() => setAsking(true)}
        className="max-md:h-11 pointer-coarse:h-11"
      >
        {t('action.letIn')}
      </Button>
      {asking && comer.obstacle && (
        <WarnDialog
          comer={comer}
          obstacle={comer.obstacle}
          onClose={() => setAsking(false)}
          onReason={(reason) => {
            setAsking(false);
            void checkIn(comer, reason);
          }}
        />
      )}
    </>
  );
}
