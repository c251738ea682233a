'use client';

import { LifeBuoy } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CodeForm } from '@/components/auth/code-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toasts';
import { api } from '@/lib/http/api';
import { SupportForm, type SupportScope, type SupportWish } from './support-form';

/** For super admins: opens a gym or a franchise for a while, with a reason that its manager reads. */
export function OpenSupportButton({
  scope,
  place,
  label,
}: {
  scope: SupportScope;
  place: string;
  /** Where the button is not about the gym on screen. */
  label?: string;
}) {
  const t = useTranslations('support.open');
  const router = useRouter();
  const show = useToast();
  const [open, setOpen] = useState(false);
  /** What was asked when the last code of the second factor had become too old. */
  const [waiting, setWaiting] = useState<SupportWish | null>(null);

  const close = () => {
    setOpen(false);
    setWaiting(null);
  };
  const done = () => {
    close();
    show(t('done', { place }));
    router.refresh();
  };
  const again = async () => {
    if (!waiting) return;
    const answer = await api('/api/dashboard/support', { body: { ...scope, ...waiting } });
    if (answer.ok) return done();
    close();
    show(answer.problem.title);
  };
  return (
    <>
      <Button size="bar" tone="quiet" onClick={() => setOpen(true)} className="max-md:h-11">
        <LifeBuoy size={16} strokeWidth={1.6} aria-hidden />{' '}
        <span className="max-md:sr-only">{label ?? t('button')}</span>
      </Button>
      {open && (
        <Dialog
          open
          onOpenChange={close}
          title={t('title', { place })}
          description={waiting ? t('codeText') : t('text')}
        >
          {waiting ? (
            <CodeForm path="/api/auth/mfa" label={t('code')} submit={t('confirm')} onDone={again}>
              <Button onClick={close}>{t('cancel')}</Button>
            </CodeForm>
          ) : (
            <SupportForm scope={scope} onDone={done} onStale={setWaiting} onCancel={close} />
          )}
        </Dialog>
      )}
    </>
  );
}
