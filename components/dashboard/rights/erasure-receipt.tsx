'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Receipt } from '@/lib/rights';
import { formatOf } from '@/lib/utils/format';
import { keptReceipt } from './receipt-store';
import { TracesList } from './traces-list';

const never = () => () => undefined;

/** The receipt of the erasure that was just done in this tab. */
export function ErasureReceipt({ timezone }: { timezone: string }) {
  const t = useTranslations('rights.erase');
  const locale = useLocale();
  const kept = useSyncExternalStore(never, keptReceipt, () => null);
  const back = (
    <Button asChild tone="accent">
      <Link href="/dashboard/members">{t('back')}</Link>
    </Button>
  );
  if (!kept)
    return (
      <>
        <h1 className="sr-only">{t('none')}</h1>
        <EmptyState title={t('none')} action={back}>
          {t('noneDetail')}
        </EmptyState>
      </>
    );
  const { erased_at, reached } = JSON.parse(kept) as Receipt;
  return (
    <div className="grid gap-4">
      <h1 className="text-head">{t('done')}</h1>
      <p className="text-ink-2">{t('receipt', { at: formatOf(locale, timezone).exact(erased_at) })}</p>
      <TracesList traces={reached} />
      {(reached.badges ?? 0) > 0 && <p className="text-ink-2">{t('later')}</p>}
      <div className="flex flex-wrap gap-2 print:hidden">
        {back}
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
    </div>
  );
}
