'use client';

import { useTranslations } from 'next-intl';
import { FormProblem } from '@/components/auth/form-problem';
import { leaveFor, useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** Asks once more before every sign-in of the account ends, this one included. */
export function EverywhereDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('settings.security');
  const { busy, problem, send } = useSend();
  const leave = async () => {
    if (await send('/api/auth/sign-out', { body: { everywhere: true } })) leaveFor('/login');
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('everywhereTitle')} description={t('everywhereText')}>
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2 pt-2">
        <Button data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button tone="danger" onClick={leave} aria-busy={busy}>
          {t('everywhere')}
        </Button>
      </div>
    </Dialog>
  );
}
