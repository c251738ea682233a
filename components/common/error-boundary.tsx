'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';

/** What a page shows when it could not be drawn: what happened, what to do, and the number to tell us. */
export function ErrorBoundary({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  useEffect(() => {
    // React keeps what a boundary catches to itself. What the server threw has a digest and is reported there.
    if (!error.digest) window.reportError(error);
  }, [error]);
  return (
    <div role="alert" className="mx-auto grid max-w-md justify-items-start gap-4 px-6 py-24">
      <h1 className="text-title">{t('internal.title')}</h1>
      <p className="text-ink-2">{t('internal.detail')}</p>
      {error.digest && (
        <p className="text-label text-ink-3">
          {common('requestNumber')} <code className="select-all">{error.digest}</code>
        </p>
      )}
      <Button tone="accent" onClick={reset}>
        {common('retry')}
      </Button>
    </div>
  );
}
