'use client';

import { useEffect, useState } from 'react';

/** The time left as "1:43"; silent for screen readers. */
export function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(tick);
  }, []);
  if (now === null) return null;
  const seconds = Math.max(0, Math.round((until - now) / 1_000));
  return (
    <span aria-hidden className="text-ink-3">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  );
}
