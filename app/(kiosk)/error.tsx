'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

const againAfterMs = 15_000;

/** A screen that could not be drawn: says so, and tries again by itself, because nobody may stand there to do it. */
export default function KioskError({ reset }: { reset: () => void }) {
  const t = useTranslations('errors.internal');
  const common = useTranslations('common');
  useEffect(() => {
    const timer = setTimeout(reset, againAfterMs);
    return () => clearTimeout(timer);
  }, [reset]);
  return (
    <main role="alert" className="grid min-h-dvh content-center gap-8 px-16">
      <h1 className="text-failure">{t('title')}</h1>
      <p className="text-past text-ink-2">{t('detail')}</p>
      <button
        type="button"
        onClick={reset}
        className="h-26 rounded-[1.25rem] border border-line bg-graphite-1 text-dock"
      >
        {common('retry')}
      </button>
    </main>
  );
}
