'use client';

import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useDeskAction } from './use-desk-action';

/** Writes down that somebody has left. */
export function LeftButton({ visitId, name }: { visitId: string; name: string }) {
  const t = useTranslations('desk');
  const act = useDeskAction();
  const order = (left: boolean) => ({
    path: `/api/dashboard/desk/visits/${visitId}` as const,
    method: 'PUT' as const,
    body: { left },
  });
  return (
    <Button
      tone="quiet"
      aria-label={t('action.leftName', { name })}
      onClick={() => act(order(true), { done: () => t('toast.left', { name }), undo: () => order(false) })}
      className="h-11 shrink-0 text-ink-2 hover:text-ink"
    >
      <LogOut size={16} strokeWidth={1.6} aria-hidden /> {t('action.left')}
    </Button>
  );
}
