'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useDeskAction } from './use-desk-action';

/** Ticks off what was said to somebody; colleagues do not see it any more. */
export function SayButton({
  memberId,
  code,
  alertId,
  name,
  what,
}: {
  memberId: string;
  code: string;
  alertId: string | null;
  name: string;
  what: string;
}) {
  const t = useTranslations('desk');
  const act = useDeskAction();
  const [busy, setBusy] = useState(false);
  const order = (said: boolean) => ({
    path: '/api/dashboard/desk/ticks' as const,
    body: { member_id: memberId, code, said, alert_id: alertId },
  });
  const say = async () => {
    if (busy) return;
    setBusy(true);
    await act(order(true), { done: () => t('toast.said', { name }), undo: () => order(false) });
    setBusy(false);
  };
  return (
    <Button
      data-say
      aria-label={t('action.saidTo', { name, what })}
      aria-disabled={busy}
      onClick={say}
      className="min-w-20 max-md:h-11 pointer-coarse:h-11"
    >
      <Check size={16} strokeWidth={1.6} aria-hidden /> {t('action.said')}
    </Button>
  );
}
