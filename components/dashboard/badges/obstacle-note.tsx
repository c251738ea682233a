'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { shortName } from './short-name';
import type { Obstacle } from './use-give-badge';

/** Why a badge was not given, and what can be done about it. */
export function ObstacleNote({
  obstacle,
  onTakeOver,
  onOther,
}: {
  obstacle: Obstacle;
  onTakeOver: () => void;
  onOther: () => void;
}) {
  const t = useTranslations('badges.obstacle');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const owner = obstacle.why === 'taken' ? shortName(obstacle.owner) : '';
  const { name } = obstacle.to;
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="grid gap-1 rounded-md bg-watch-wash px-4 py-3 outline-none"
    >
      <p className="font-medium">{t(`${obstacle.why}.title`, { name, owner })}</p>
      <p className="text-ink-2">{t(`${obstacle.why}.detail`, { name, owner })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {obstacle.why === 'taken' && <Button onClick={onTakeOver}>{t('takeOver', { name })}</Button>}
        <Button tone="quiet" onClick={onOther}>
          {t('other')}
        </Button>
      </div>
    </div>
  );
}
