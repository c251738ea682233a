'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { LoadingSpinner } from '@/components/common/loading-spinner';
import { QrCode } from '@/components/common/qr-code';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type Answer, api, type Problem } from '@/lib/http/api';
import type { MenuKiosk } from './kiosk-menu';

interface Code {
  code: string;
  expires_at: string;
}

const issue = (kiosk: string) => api<Code>(`/api/dashboard/kiosks/${kiosk}/code`, { body: {} });

/** A fresh pairing code with the kiosk's address and the minutes it still holds; shown once, kept nowhere. */
export function PairingDialog({ kiosk, onClose }: { kiosk: MenuKiosk; onClose: () => void }) {
  const t = useTranslations('kiosks.code');
  const common = useTranslations('common');
  const [code, setCode] = useState<Code | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [minutes, setMinutes] = useState(15);

  const receive = (answer: Answer<Code>) => (answer.ok ? setCode(answer.data) : setProblem(answer.problem));
  const renew = () => {
    setCode(null);
    setProblem(null);
    void issue(kiosk.id).then(receive);
  };

  useEffect(() => {
    void issue(kiosk.id).then(receive);
  }, [kiosk.id]);
  useEffect(() => {
    if (!code) return;
    const count = () =>
      setMinutes(Math.max(0, Math.ceil((Date.parse(code.expires_at) - Date.now()) / 60_000)));
    count();
    const tick = setInterval(count, 5_000);
    return () => clearInterval(tick);
  }, [code]);

  const address = `${window.location.origin}/kiosk/${kiosk.slug}`;
  return (
    <Dialog open onOpenChange={onClose} title={t('title', { name: kiosk.name })} description={t('detail')}>
      {problem && (
        <p role="alert" className="rounded-md bg-act-wash px-4 py-3">
          <span className="block font-medium">
            {problem.code === 'offline' ? common('offline') : problem.title}
          </span>
          {problem.code === 'offline' ? common('offlineDetail') : problem.detail}
        </p>
      )}
      {!code && !problem && (
        <div className="grid h-31 content-center">
          <LoadingSpinner label={t('busy')} />
        </div>
      )}
      {code && (
        <dl className="grid gap-4">
          <div className="grid gap-1">
            <dt className="text-label text-ink-3">{t('code')}</dt>
            <dd
              aria-live="polite"
              className="select-all text-[2.5rem] leading-12 font-medium tracking-[0.16em]"
            >
              {code.code}
            </dd>
            <dd className="text-label text-ink-2">{t('left', { minutes })}</dd>
          </div>
          <div className="grid gap-1">
            <dt className="text-label text-ink-3">{t('address')}</dt>
            <dd>
              <a href={address} target="_blank" rel="noreferrer" className="link break-all">
                {address}
              </a>
            </dd>
          </div>
          <div className="flex items-center gap-4">
            <dt className="sr-only">{t('square')}</dt>
            <dd>
              {/* Behind the hash the code reaches no server and no log; the kiosk takes it out of the address at once. */}
              <QrCode
                text={`${address}#code=${code.code}`}
                label={t('square')}
                className="size-36 border border-line"
              />
            </dd>
            <dd className="text-label text-ink-2">{t('squareDetail')}</dd>
          </div>
        </dl>
      )}
      <div className="flex items-center justify-between gap-4 pt-2">
        <p className="text-label text-ink-3">{t('again')}</p>
        <Button onClick={renew}>{t('new')}</Button>
      </div>
    </Dialog>
  );
}
