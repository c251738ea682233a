'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toasts';
import { api, type Problem } from '@/lib/http/api';
import type { MenuKiosk } from './kiosk-menu';

/** Asks once more before a kiosk is taken out of service. */
export function RevokeDialog({ kiosk, onClose }: { kiosk: MenuKiosk; onClose: () => void }) {
  const t = useTranslations('kiosks.remove');
  const common = useTranslations('common');
  const router = useRouter();
  const show = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const revoke = async () => {
    setBusy(true);
    const answer = await api(`/api/dashboard/kiosks/${kiosk.id}/revoke`, { body: {} });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    onClose();
    show(t('done', { name: kiosk.name }));
    router.refresh();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('title', { name: kiosk.name })} description={t('detail')}>
      {problem && (
        <p role="alert" className="rounded-md bg-act-wash px-4 py-3">
          {problem.code === 'offline' ? common('offlineDetail') : problem.title}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2 pt-2">
        <Button data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button tone="danger" onClick={revoke} aria-busy={busy}>
          {t('confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
