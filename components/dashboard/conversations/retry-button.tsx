'use client';

import { RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toasts';
import { api } from '@/lib/http/api';

/** Puts a failed analysis back into the queue. */
export function RetryButton({ id }: { id: string }) {
  const t = useTranslations('conversations.peek');
  const common = useTranslations('common');
  const router = useRouter();
  const show = useToast();
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    const answer = await api(`/api/dashboard/conversations/${id}/retry`, { body: {} });
    setBusy(false);
    show(
      answer.ok ? t('retried') : answer.problem.code === 'offline' ? common('offline') : answer.problem.title,
    );
    router.refresh();
  };
  return (
    <Button onClick={retry} aria-busy={busy}>
      <RotateCcw size={16} strokeWidth={1.6} aria-hidden /> {t('retry')}
    </Button>
  );
}
