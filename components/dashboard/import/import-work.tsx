'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { ImportState } from './use-import';

/** What is being worked at and how far it is; an import can be stopped. */
export function ImportWork({
  work,
  name,
  onStop,
}: {
  work: NonNullable<ImportState['work']>;
  name: string;
  onStop: () => void;
}) {
  const t = useTranslations('imports');
  const format = useFormatter();
  const title = {
    reading: t('choose.reading', { name }),
    comparing: t('check.comparing'),
    importing: t('running.title'),
  }[work.what];
  const isImport = work.what === 'importing';
  return (
    <div className="grid max-w-[34rem] gap-3 py-8">
      <h2 className="text-head" id="import-work">
        {title}
      </h2>
      <progress
        aria-labelledby="import-work"
        className="h-1.5 w-full overflow-hidden rounded-full bg-bar accent-ink"
        {...(work.total > 0 && { max: work.total, value: work.done })}
      />
      {work.total > 0 && (
        <p className="text-ink-2 tabular-nums">
          {t('running.progress', { done: format.number(work.done), total: format.number(work.total) })}
        </p>
      )}
      <p aria-live="polite" className="text-label text-ink-2">
        {work.waiting ? t('running.waiting') : isImport ? t('running.lead') : ''}
      </p>
      {isImport && (
        <div>
          <Button onClick={onStop}>{t('running.stop')}</Button>
        </div>
      )}
    </div>
  );
}
