'use client';

import { useLinkStatus } from 'next/link';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { PageKey } from './nav-items';
import { PageSkeleton } from './page-skeleton';

/** Pages that answer faster never show a skeleton. */
const PATIENCE_MS = 150;

const OnItsWay = createContext<{ page: PageKey | null; report: (page: PageKey | null) => void }>({
  page: null,
  report: () => undefined,
});

/** Knows which page was asked for and is not there yet. Documents themselves come whole, so they read without scripts. */
export function NavigationProvider({ children }: { children: ReactNode }) {
  const [page, report] = useState<PageKey | null>(null);
  return <OnItsWay value={{ page, report }}>{children}</OnItsWay>;
}

/** Inside a link of the navigation: tells that its page is on its way. */
export function ReportPending({ page }: { page: PageKey }) {
  const { pending } = useLinkStatus();
  const { report } = useContext(OnItsWay);
  useEffect(() => {
    if (!pending) return;
    const late = setTimeout(() => report(page), PATIENCE_MS);
    return () => {
      clearTimeout(late);
      report(null);
    };
  }, [pending, page, report]);
  return null;
}

/** The page, or the skeleton of the one that was asked for. */
export function PageArea({ children }: { children: ReactNode }) {
  const { page } = useContext(OnItsWay);
  const t = useTranslations('common');
  return (
    <>
      {page && (
        <output aria-label={t('loading')} className="block">
          <PageSkeleton page={page} />
        </output>
      )}
      <div hidden={page !== null}>{children}</div>
    </>
  );
}
