'use client';

import { useTranslations } from 'next-intl';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';

/** Takes a guest's badge back. */
export function GuestReturn({ badgeId, name }: { badgeId: string; name: string }) {
  const t = useTranslations('badges.guests');
  const { busy, problem, act } = useAction();
  const take = () =>
    act(
      { path: `/api/dashboard/badges/${badgeId}`, method: 'PUT', body: { reason: 'returned' } },
      t('returned', { name }),
      { path: `/api/dashboard/badges/${badgeId}/undo`, body: {} },
    );
  return (
    <span className="flex items-center gap-3">
      {problem && (
        <span role="alert" className="text-label text-act">
          {problem.title}
        </span>
      )}
      <Button
        size="bar"
        aria-disabled={busy}
        aria-label={t('takeBackFrom', { name })}
        onClick={() => void take()}
      >
        {t('takeBack')}
      </Button>
    </span>
  );
}
