'use client';

import { useTranslations } from 'next-intl';
import { useAlertAction } from '@/components/dashboard/alerts/use-alert-action';
import { Button } from '@/components/ui/button';

/** Takes a call from a kiosk: it is done, and colleagues see that somebody went. */
export function CallButton({ alertId, what }: { alertId: string; what: string }) {
  const t = useTranslations('desk');
  const act = useAlertAction();
  return (
    <Button
      tone="accent"
      data-say
      aria-label={t('action.goingName', { what })}
      onClick={() => act(alertId, { action: 'resolve' }, t('toast.going'), { action: 'reopen' })}
      className="max-md:h-12 pointer-coarse:h-11"
    >
      {t('action.going')}
    </Button>
  );
}
