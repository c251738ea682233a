'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** Asks before a page with unsaved entries is left, by its links or by the browser; answers the question to draw. */
export function useLeaveGuard(isDirty: boolean) {
  const t = useTranslations('member.form');
  const router = useRouter();
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: MouseEvent) => {
      const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[href]');
      const isHere = link && link.origin === window.location.origin && !link.hash && link.target !== '_blank';
      if (!isHere || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(link.pathname + link.search);
    };
    window.addEventListener('beforeunload', warn);
    document.addEventListener('click', ask, true);
    return () => {
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('click', ask, true);
    };
  }, [isDirty]);
  return (
    wanted && (
      <Dialog open onOpenChange={() => setWanted(null)} title={t('leaveTitle')} description={t('leaveText')}>
        <div className="flex flex-wrap justify-end gap-2">
          <Button tone="danger" onClick={() => router.push(wanted)}>
            {t('leave')}
          </Button>
          <Button data-autofocus onClick={() => setWanted(null)}>
            {t('stay')}
          </Button>
        </div>
      </Dialog>
    )
  );
}
