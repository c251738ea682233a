'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toasts';
import type { OpenSupport } from '@/lib/auth/actor';
import { api } from '@/lib/http/api';

const minutesLeft = (until: string) => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 60_000));

/** On every page while a super admin is inside a customer: where, why, for how long, and the way out (rule S1). */
export function SupportBanner({ support }: { support: OpenSupport }) {
  const t = useTranslations('support.banner');
  const router = useRouter();
  const show = useToast();
  const [left, setLeft] = useState(() => minutesLeft(support.expires_at));
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const tick = setInterval(() => {
      const now = minutesLeft(support.expires_at);
      setLeft(now);
      // Over: what it opened must not stay on the screen.
      if (now === 0) router.refresh();
    }, 5_000);
    return () => clearInterval(tick);
  }, [support.expires_at, router]);

  const end = async () => {
    setBusy(true);
    const answer = await api(`/api/dashboard/support/${support.id}`, { method: 'DELETE' });
    setBusy(false);
    show(answer.ok ? t('ended') : answer.problem.title || t('failed'));
    router.refresh();
  };
  return (
    <aside
      aria-label={t('label')}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line bg-watch-wash px-4 py-2.5 md:px-8 print:hidden"
    >
      <p className="min-w-0">
        <span className="font-medium">
          {t(support.may_write ? 'writes' : 'reads', { place: support.scope_name })}
        </span>{' '}
        <span className="text-ink-2">
          {support.reason} ·{' '}
          <span className="whitespace-nowrap tabular-nums">{t('left', { count: left })}</span>
        </span>
      </p>
      <Button size="bar" onClick={end} aria-busy={busy} className="max-md:h-11">
        {t('end')}
      </Button>
    </aside>
  );
}
