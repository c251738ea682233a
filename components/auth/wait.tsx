'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** Counts down to the next try; in minutes until the last one. Said aloud once, by the alert around it. */
export function Wait({ seconds }: { seconds: number }) {
  const t = useTranslations('auth.problem');
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const until = Date.now() + seconds * 1_000;
    const tick = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1_000))), 1_000);
    return () => clearInterval(tick);
  }, [seconds]);
  if (left === 0) return <p className="font-medium">{t('ready')}</p>;
  const words = left > 90 ? `${Math.ceil(left / 60)}\u00a0min` : `${left}\u00a0s`;
  return (
    <p aria-live="off" className="font-medium">
      {t('wait', { left: words })}
    </p>
  );
}
